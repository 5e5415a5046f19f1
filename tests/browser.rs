//! The review page in a real browser: runs `tests/browser/*.test.mjs` with Node and Chromium.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// The first of `names` that is a program.
fn program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let all = names
        .iter()
        .flat_map(|name| folders.iter().map(move |it| it.join(name)));
    all.into_iter().find(|it| it.is_file())
}

#[test]
fn the_review_page_works_in_a_browser() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let node = program(&["node"]);
    let chromium = std::env::var_os("CHROMIUM")
        .map(PathBuf::from)
        .or_else(|| program(&["chromium", "chromium-browser", "google-chrome"]));
    let installed = folder.join("node_modules/playwright-core").is_dir();
    let (Some(node), Some(chromium), true) = (node, chromium, installed) else {
        assert!(
            std::env::var_os("FASIH_REQUIRE_ALL").is_none(),
            "node, chromium and `npm ci` in tests/browser are needed: .ci/run installs them"
        );
        println!("skipped: needs node, chromium, and `npm ci` in tests/browser");
        return;
    };
    let output = Command::new(node)
        .args(["--test", "--test-reporter=spec"])
        .args(["review.test.mjs", "safety.test.mjs"])
        .current_dir(&folder)
        .env("FASIH", env!("CARGO_BIN_EXE_fasih"))
        .env("CHROMIUM", chromium)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}
