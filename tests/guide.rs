//! The guides of `docs/`, run as their readers would: a block named after a file writes it, the commands of a
//! block marked `console run` print what stands below them.

use std::{fs, path::Path, process::Command};

/// A block of a guide.
struct Block {
    info: String,
    line: usize,
    text: String,
}

fn blocks(guide: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (number, line) in (1..).zip(guide.lines()) {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => {
                open = Some(Block {
                    info: info.to_owned(),
                    line: number,
                    text: String::new(),
                });
            }
            (Some(_), Some("")) => blocks.extend(open.take()),
            (Some(block), _) => block.text += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block never closes");
    blocks
}

/// Runs `command` in a shell, in which `fasih` is the program under test, and gives what it prints.
fn run(folder: &Path, command: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_fasih"));
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-c", &format!("{command} 2>&1")])
        .current_dir(folder)
        .env(
            "PATH",
            format!("{}:{path}", program.parent().unwrap().display()),
        )
        .env("NO_COLOR", "1")
        .env("FASIH_CACHE", "")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output()
        .unwrap();
    // Isolates, which no screen shows, would only puzzle whoever edits the guide.
    let printed = String::from_utf8(output.stdout).unwrap();
    printed.replace(['\u{2068}', '\u{2069}'], "")
}

#[cfg(unix)]
#[test]
fn the_guide_to_glossaries_holds() {
    let guide = include_str!("../docs/glossaries.md");
    let folder = tempfile::tempdir().unwrap();
    let mut commands = 0;
    for block in blocks(guide) {
        match block.info.split_once(' ') {
            Some(("console", "run")) => {
                let mut wanted: Vec<(&str, String)> = Vec::new();
                for line in block.text.lines() {
                    if let Some(command) = line.strip_prefix("$ ") {
                        wanted.push((command, String::new()));
                    } else if let Some(last) = wanted.last_mut() {
                        last.1 += &format!("{line}\n");
                    }
                }
                for (command, output) in wanted {
                    let found = run(folder.path(), command);
                    assert_eq!(
                        found.trim_end(),
                        output.trim_end(),
                        "docs/glossaries.md:{}: {command}",
                        block.line
                    );
                    commands += 1;
                }
            }
            Some((_, file)) => {
                let path = folder.path().join(file);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, &block.text).unwrap();
            }
            None => {}
        }
    }
    assert!(commands > 10, "the guide runs {commands} commands");
}
