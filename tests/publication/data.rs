//! The data in a published page, and how it is found in its text.

use raaderum::domain::Document;
use raaderum::file;
use raaderum::publication::data_of_page;

use super::lejre;

/// A file that is published, as the build writes it.
fn published_file(data: &str) -> String {
    let data = data.replace('<', "\\u003c");
    format!(
        "<!DOCTYPE html>\n<html lang=\"da\"><body><main>catalogue.json</main>\n<script type=\"text/plain\" id=\"notice\">MIT</script>\n<script type=\"application/json\" id=\"catalogue.json\">{data}</script>\n<script>run()</script></body></html>"
    )
}

#[test]
fn the_data_of_a_published_page_is_found_in_its_text() {
    let (mut catalogue, proposals) = lejre();
    catalogue.introduction =
        "</script><script type=\"application/json\" id=\"catalogue.json\">{}</script><!-- "
            .to_owned();
    let mut documents: Vec<Document> = proposals.into_iter().map(Document::from).collect();
    documents.push(catalogue.into());
    let data = file::write(&documents).unwrap();
    let page = published_file(&data);
    let found = data_of_page(&page).expect("data");
    let mut read = file::read(found).expect("documents");
    read.sort_by_key(Document::id);
    documents.sort_by_key(Document::id);
    assert_eq!(read, documents);
    // As a mail program leaves the lines.
    let page = page.replace('\n', "\r\n");
    let found = data_of_page(&page).expect("data");
    assert_eq!(file::read(found).expect("documents").len(), documents.len());
}

#[test]
fn a_page_without_one_whole_block_of_data_has_none() {
    let page = published_file("{\"a\": 1}");
    assert_eq!(data_of_page(&page), Some("{\"a\": 1}"));
    let end = page.find("}</script>").unwrap() + "}</script>".len();
    for (cut, _) in page.char_indices().filter(|&(cut, _)| cut < end) {
        assert_eq!(data_of_page(page.get(..cut).unwrap()), None, "{cut}");
    }
    for other in [
        String::new(),
        "{}".to_owned(),
        format!("{page}{page}"),
        page.replace("</script>", "</ script>"),
        page.replace("1}", "1}<!--"),
        page.replace("catalogue.json\"", "catalogue\""),
        page.replace("<script", "&lt;script"),
    ] {
        assert_eq!(data_of_page(&other), None, "{other}");
    }
}
