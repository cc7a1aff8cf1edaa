/** The program's loader, which wasm-bindgen makes; one_file.mjs says where it lies. */
declare module "raaderum" {
  export default function load(): Promise<unknown>;
}
