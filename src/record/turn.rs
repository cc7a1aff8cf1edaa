//! Work that is done one at a time, whoever asks for it, and that is asked for again while it is being done.

/// Where such work stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Turn {
    /// Nothing is to be done.
    #[default]
    Idle,
    /// It is to be done.
    Due,
    /// It is being done.
    Running,
    /// It is being done, and is to be done once more.
    RunningAndDue,
}

impl Turn {
    /// Returns whether it is to be done, or done once more.
    #[must_use]
    pub fn is_due(self) -> bool {
        matches!(self, Self::Due | Self::RunningAndDue)
    }

    /// Returns whether it is being done.
    #[must_use]
    pub fn is_running(self) -> bool {
        matches!(self, Self::Running | Self::RunningAndDue)
    }

    /// Asks for it. Returns whether nobody had asked for it already.
    pub fn ask(&mut self) -> bool {
        let was_due = self.is_due();
        *self = match self.is_running() {
            true => Self::RunningAndDue,
            false => Self::Due,
        };
        !was_due
    }

    /// Takes up what was asked for so far: whoever asks from now on asks for the next time.
    pub fn take_up(&mut self) {
        *self = match self.is_running() {
            true => Self::Running,
            false => Self::Idle,
        };
    }

    /// Begins it, unless it is being done. Returns whether it begins.
    pub fn begin(&mut self) -> bool {
        let begins = !self.is_running();
        *self = match self.is_due() {
            true => Self::RunningAndDue,
            false => Self::Running,
        };
        begins
    }

    /// Ends it.
    pub fn end(&mut self) {
        *self = match self.is_due() {
            true => Self::Due,
            false => Self::Idle,
        };
    }
}
