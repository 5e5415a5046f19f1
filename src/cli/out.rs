//! Standard output and standard error, and what is done when nobody reads them: see [`Out`].

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

use anstream::{AutoStream, ColorChoice};

use super::args::ColorName;
use crate::{
    diagnostic::{Language, Problem},
    output,
};

/// Where the program writes. A reader that leaves is not an error: what comes after is dropped.
pub(super) struct Out {
    stdout: BufWriter<Stdout>,
    closed: bool,
    failed: bool,
}

/// How the output ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// All of it was taken.
    Written,
    /// The reader left.
    Closed,
    /// It could not be written: a full disk.
    Failed,
}

impl Out {
    pub(super) fn new() -> Out {
        Out {
            stdout: BufWriter::with_capacity(1 << 16, io::stdout()),
            closed: false,
            failed: false,
        }
    }

    /// Writes to standard output.
    pub(super) fn write(&mut self, bytes: &[u8]) {
        if !self.closed && !self.failed {
            let result = self.stdout.write_all(bytes);
            self.note(result);
        }
    }

    /// Writes to standard error, after what was written to standard output before.
    pub(super) fn warn(&mut self, text: impl AsRef<[u8]>) {
        self.flush();
        // There is nowhere to tell that this fails.
        let _ = io::stderr().write_all(text.as_ref());
    }

    /// Tells problems on standard error.
    pub(super) fn problems(&mut self, problems: &[Problem], language: Language, color: bool) {
        for problem in problems {
            self.warn(output::problem(problem, language, color));
        }
    }

    /// Nobody reads on: what is only output need not be made.
    pub(super) fn is_closed(&self) -> bool {
        self.closed || self.failed
    }

    pub(super) fn finish(mut self) -> End {
        self.flush();
        match (self.closed, self.failed) {
            (_, true) => End::Failed,
            (true, false) => End::Closed,
            (false, false) => End::Written,
        }
    }

    /// Gives what was written so far to its reader.
    pub(super) fn flush(&mut self) {
        if !self.closed && !self.failed {
            let result = self.stdout.flush();
            self.note(result);
        }
    }

    fn note(&mut self, result: io::Result<()>) {
        match result {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.closed = true,
            Err(error) => {
                self.failed = true;
                let _ = writeln!(io::stderr(), "error: the output cannot be written: {error}");
            }
        }
    }
}

/// Whether standard output is to be coloured.
pub(super) fn colors_output(color: ColorName) -> bool {
    colors(color, || AutoStream::choice(&io::stdout()))
}

/// Whether standard error is to be coloured.
pub(super) fn colors_errors(color: ColorName) -> bool {
    colors(color, || AutoStream::choice(&io::stderr()))
}

/// Whether standard output is read by a person and not by a program.
pub(super) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

fn colors(color: ColorName, detected: impl Fn() -> ColorChoice) -> bool {
    match color {
        ColorName::Always => true,
        ColorName::Never => false,
        ColorName::Auto => detected() != ColorChoice::Never,
    }
}
