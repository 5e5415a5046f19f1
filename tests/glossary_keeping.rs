//! `fasih glossary add | learn | mine | import | export | diff | merge` as their users run them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use insta::assert_snapshot;
use tempfile::TempDir;

const DESK: &str = "# the desk's own\ntitle: Desk\nkind: term\nentries:\n  - id: sovereign-fund\n    en: sovereign fund\n    ar: صندوق سيادي\n    # sic\n    note: as the ministry has it\n";

/// A folder with files in it, in which the program is run.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new(files: &[(&str, &str)]) -> Desk {
        let desk = Desk {
            folder: tempfile::tempdir().unwrap(),
        };
        for (name, text) in files {
            let path = desk.path(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fasih"));
        command
            .args(args)
            .current_dir(self.folder.path())
            .env("FASIH_CACHE", self.path(".cache"))
            .env("NO_COLOR", "1");
        command
    }

    /// What the program printed and its status, for a snapshot.
    fn run_with(&self, args: &[&str], stdin: &str) -> String {
        let mut command = assert_cmd::Command::from_std(self.command(args));
        let output = command.write_stdin(stdin).output().unwrap();
        let text = |bytes: &[u8]| shown(std::str::from_utf8(bytes).unwrap());
        let mut all = text(&output.stdout);
        if !output.stderr.is_empty() {
            all += &format!("--- stderr\n{}", text(&output.stderr));
        }
        all + &format!("--- status {}", output.status.code().unwrap())
    }

    fn run(&self, args: &[&str]) -> String {
        self.run_with(args, "")
    }

    #[track_caller]
    fn does(&self, args: &[&str]) {
        let said = self.run(args);
        assert!(said.ends_with("--- status 0"), "{args:?}\n{said}");
    }
}

/// What a screen does not show, made visible.
fn shown(text: &str) -> String {
    text.replace('\u{2068}', "⟦").replace('\u{2069}', "⟧")
}

#[test]
fn add_writes_an_entry_with_a_test_that_fires() {
    let desk = Desk::new(&[("desk.yaml", DESK)]);
    let flags = [
        "glossary",
        "add",
        "--to",
        "desk.yaml",
        "--en",
        "rating agency",
        "--ar",
        "وكالة تصنيف ائتماني",
        "--avoid",
        "وكالة تقدير => وكالة تصنيف",
        "--test",
        "خفضت وكالة تقدير الديون نظرتها",
    ];
    assert_snapshot!(desk.run(&flags));
    assert_snapshot!(desk.text("desk.yaml"));
    // The same again, and something else under the same English.
    assert_snapshot!(desk.run(&flags));
    let silent = [
        "glossary",
        "add",
        "--to",
        "desk.yaml",
        "--en",
        "x ray",
        "--ar",
        "أشعة",
        "--avoid",
        "شعاع => أشعة",
        "--test",
        "لا شيء هنا",
    ];
    assert_snapshot!(desk.run(&silent));
}

#[test]
fn add_proposes_spellings_and_asks() {
    let desk = Desk::new(&[]);
    let name = [
        "glossary",
        "add",
        "--to",
        "names.yaml",
        "--kind",
        "name",
        "--type",
        "person",
        "--gender",
        "female",
        "--en",
        "Wanda Brelkova",
    ];
    assert_snapshot!(desk.run(&name));
    let asking = [&name[..], &["--interactive"]].concat();
    assert_snapshot!(desk.run_with(&asking, "1\ny\n"));
    assert_snapshot!(desk.text("names.yaml"));
}

const MT: [(&str, &str); 3] = [
    (
        "mt/a.txt",
        "افتتح الوزير مصنع الرقائق الكبير في الجنوب.\nحضر المدير العام.\n",
    ),
    ("mt/b.txt", "تراجعت أسعار الرقائق في الأسواق أمس.\n"),
    ("mt/c.txt", "وافق المجلس على الخطة.\n"),
];

#[test]
fn learn_proposes_what_editors_did_twice() {
    let desk = Desk::new(&[("desk.yaml", DESK)]);
    for (name, text) in MT {
        let path = desk.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        let edited = desk.path(&name.replace("mt/", "edited/"));
        fs::create_dir_all(edited.parent().unwrap()).unwrap();
        fs::write(
            edited,
            text.replace("الرقائق", "الشرائح").replace("وافق", "صادق"),
        )
        .unwrap();
    }
    let learn = [
        "glossary",
        "learn",
        "--to",
        "desk.yaml",
        "--mt",
        "mt",
        "--edited",
        "edited",
    ];
    assert_snapshot!(desk.run(&learn));
    assert_eq!(desk.text("desk.yaml"), DESK, "nobody confirmed");
    desk.does(&[&learn[..], &["--yes"]].concat());
    assert!(
        desk.text("desk.yaml").starts_with(DESK),
        "{}",
        desk.text("desk.yaml")
    );
    assert_snapshot!(desk.text("desk.yaml").strip_prefix(DESK).unwrap());
    // What was learnt is found from now on.
    let check = desk.run(&[
        "check",
        "--glossary",
        "desk.yaml",
        "--select",
        "learnt-rqayq",
        "mt/b.txt",
    ]);
    assert!(check.ends_with("--- status 1"), "{check}");
}

#[test]
fn learn_reads_the_decisions_of_a_review() {
    let decision = |entry: &str, found: &str, context: &str, verdict: &str, new: &str| {
        format!(
            r#"{{"fingerprint":"f","rule":"idioms/literal","entry":{entry},"start":0,"end":1,"found":"{found}","context":"{context}","decision":"{verdict}","replacement":{new}}}"#
        )
    };
    let decisions = [
        decision(
            "\"ball-in-court\"",
            "محكمة",
            "نظرت محكمة روسيا في الطعن",
            "reject",
            "null",
        ),
        decision(
            "\"ball-in-court\"",
            "محكمة",
            "قضت محكمة روسيا أمس",
            "reject",
            "null",
        ),
        decision(
            "\"drag-out\"",
            "تسحب",
            "تسحب العملية عمدا",
            "edit",
            "\"تماطل في\"",
        ),
        decision(
            "null",
            "Ahmad Brelk",
            "قال Ahmad Brelk اليوم",
            "accept",
            "\"أحمد برلك\"",
        ),
        decision(
            "null",
            "Ahmad Brelk",
            "وصل Ahmad Brelk أمس",
            "edit",
            "\"أحمد برلك\"",
        ),
    ];
    let json = format!(
        r#"{{"fasih":"0.1.0","schema":1,"articles":[{{"path":"a.txt","sha256":"","decisions":[{}]}}]}}"#,
        decisions.join(",")
    );
    let desk = Desk::new(&[("review.json", &json), ("old.json", "{}")]);
    assert_snapshot!(desk.run(&[
        "glossary",
        "learn",
        "--to",
        "new.yaml",
        "--review",
        "review.json",
        "--yes"
    ]));
    assert_snapshot!(desk.text("new.yaml"));
    assert!(
        desk.run(&[
            "glossary", "learn", "--to", "new.yaml", "--review", "old.json"
        ])
        .ends_with("status 2")
    );
}

#[test]
fn mine_ranks_what_recurs() {
    let article =
        "التقى Wanda Brelkova الوزير بشكل عاجل.\nوقال Macron إن بريتزكي وصل بشكل متأخر.\n";
    let other = "غادرت Wanda Brelkova المدينة بشكل مفاجئ، ورحب Macron ببريتسكي.\nسجل بريتسكي هدفا وبريتزكي هدفين، وفرح بريتزكي.\n";
    let people =
        "التقى الوزير ضيفه عاجلا وقال إن الموعد تأخر. غادر الضيف المدينة فجأة.\n".repeat(20);
    let desk = Desk::new(&[
        ("in/a.txt", article),
        ("in/b.txt", other),
        ("people.txt", &people),
    ]);
    assert_snapshot!(desk.run(&["glossary", "mine", "in", "--against", "people.txt"]));
    let json = desk.run(&["glossary", "mine", "in", "--format", "json", "--top", "1"]);
    assert!(json.contains(r#""sort": "latin-name""#), "{json}");
}

#[test]
fn a_glossary_goes_to_other_forms_and_back() {
    let full = format!(
        "{DESK}    gender: male\n    domain: finance\n    by: desk\n    status: new\n    also: [صندوق الدولة]\n    avoid:\n      - {{find: صندوق الملك, use: صندوق سيادي}}\n      - {{find: صندوق ... الملك, use: صندوق سيادي}}\n    tests: |\n      أعلن {{صندوق الملك|صندوق سيادي}} أرباحه\n      أعلن صندوق سيادي أرباحه\n"
    );
    let desk = Desk::new(&[("desk.yaml", &full)]);
    for (form, file) in [
        ("tbx", "a.tbx"),
        ("tbx-dca", "dca.tbx"),
        ("tbx2", "two.tbx"),
        ("csv", "a.csv"),
        ("tsv", "a.tsv"),
    ] {
        let export = [
            "glossary",
            "export",
            "desk.yaml",
            "--to",
            file,
            "--form",
            form,
        ];
        assert_snapshot!(
            format!("export_{form}"),
            format!("{}\n{}", desk.run(&export), desk.text(file))
        );
        let yaml = format!("{form}.yaml");
        desk.does(&["glossary", "import", file, "--to", &yaml]);
        assert_snapshot!(format!("back_from_{form}"), desk.text(&yaml));
    }
    // A file that is there is not written over unasked.
    assert!(
        desk.run(&["glossary", "import", "a.tbx", "--to", "tbx.yaml"])
            .ends_with("status 2")
    );
}

#[test]
fn tables_of_others_are_imported() {
    let sheet = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/termbase.xlsx");
    let desk = Desk::new(&[]);
    let said = desk.run(&[
        "glossary",
        "import",
        sheet.to_str().unwrap(),
        "--to",
        "-",
        "--title",
        "Sheet",
    ]);
    assert_snapshot!(said.replace(sheet.to_str().unwrap(), "termbase.xlsx"));
    let (arabic, _, _) =
        encoding_rs::WINDOWS_1256.encode("English;Arabic;Colour\r\ntruce;هدنة;أحمر\r\n");
    fs::write(desk.path("old.csv"), arabic).unwrap();
    assert_snapshot!(desk.run(&["glossary", "import", "old.csv", "--to", "-"]));
    fs::write(desk.path("bad.tbx"), "<tbx><text>\n</body>").unwrap();
    assert_snapshot!(desk.run(&["glossary", "import", "bad.tbx", "--to", "-"]));
}

const CHANGED: &str = "title: Desk\nkind: term\nentries:\n  - id: truce\n    en: truce\n    ar: هدنة\n  - id: sovereign-fund\n    ar: صندوق ثروة سيادي\n    en: sovereign fund\n    also: [صندوق الدولة]\n    note: as the ministry has it\n";

#[test]
fn diff_tells_changes_by_entry_and_field() {
    let desk = Desk::new(&[("old.yaml", DESK), ("new.yaml", CHANGED)]);
    let diff = ["glossary", "diff", "old.yaml", "new.yaml", "--format"];
    for form in ["human", "markdown", "json"] {
        assert_snapshot!(
            format!("diff_{form}"),
            desk.run(&[&diff[..], &[form]].concat())
        );
    }
    desk.does(&["glossary", "diff", "old.yaml", "old.yaml"]);
}
