//! A small newsroom whose files have everything that a form of output must get right, and the
//! program run on it.

use std::{fs, path::PathBuf, process::Command};

use serde_json::Value;
use tempfile::TempDir;

/// A name that tries to leave its place in every form.
pub(crate) const HOSTILE: &str = "a \"<b>',\n::x&;.txt";

/// Faults of several severities; one whose fix is several edits; one whose fix deletes a blank.
pub(crate) const ARTICLE: &str = "خبر عاجل\n\nأصبحت الكرة الآن في محكمة روسيا ، وفق الوزير.\n\
     رفع الطلاب موجزا قانونيا إلى القضاء. قال المحامي إن الخبـــر صحيح.\n";

/// The rules and entries that find them, whatever others there will be.
const SELECTED: &str = "punctuation/space-before-mark,script/tatweel,\
     script/replacement-character,ball-in-court,court-brief";

const GLOSSARY: &str = "title: desk\nentries:\n  \
     - {id: ball-in-court, extends: ball-in-court, severity: critical}\n";

pub(crate) struct Newsroom {
    folder: TempDir,
}

/// What the program did.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
}

impl Ran {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.stdout).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.stdout).unwrap()
    }
}

impl Newsroom {
    /// Without articles.
    pub(crate) fn empty() -> Newsroom {
        let folder = tempfile::tempdir().unwrap();
        let room = Newsroom { folder };
        room.write("desk.yaml", GLOSSARY);
        room
    }

    /// With an article of faults under a hostile name, one without, and one that holds a byte of
    /// no text, for which there is no fix.
    pub(crate) fn open() -> Newsroom {
        let room = Newsroom::empty();
        room.write(HOSTILE, ARTICLE);
        room.write("broken.txt", b"\xD9\x82\xD8\xA7\xD9\x84 \xFF x\n");
        room.write("clean.txt", "خبر آخر\n");
        room
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    /// `check` with the rules and the glossary of the newsroom, and `args`.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fasih"));
        command
            .args(["check", "--select", SELECTED, "--glossary", "desk.yaml"])
            .args(args)
            .current_dir(self.folder.path())
            .env_remove("GITHUB_STEP_SUMMARY")
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE");
        command
    }

    pub(crate) fn check(&self, args: &[&str]) -> Ran {
        ran(&mut self.command(args))
    }

    /// All articles, and one that is not there, in the form `form`.
    pub(crate) fn all(&self, form: &str) -> Ran {
        let shown = ["--min-severity", "neutral", "--format", form];
        self.check(&[&shown[..], &[".", "missing.txt"]].concat())
    }
}

pub(crate) fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        status: output.status.code().unwrap(),
        stdout: output.stdout,
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}
