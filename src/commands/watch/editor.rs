//! Which editor opens a file, and how it is told the line. Pure: the environment comes as a value.

use std::ffi::OsString;
use std::path::Path;

/// How an editor is started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// In our terminal, which it gets for as long as it runs.
    Here(Vec<OsString>),
    /// In a window or a pane of its own.
    Elsewhere(Vec<OsString>),
}

/// What the environment says about editors.
#[derive(Clone, Debug, Default)]
pub(super) struct Wishes {
    /// `$VISUAL`, else `$EDITOR`.
    pub(super) editor: Option<String>,
    /// Whether we run in the terminal of VS Code.
    pub(super) in_vscode: bool,
    /// Whether we run in a pane of Zellij.
    pub(super) in_zellij: bool,
}

/// How a family of editors is told the line, and whether they open a window of their own.
enum Line {
    /// `+7 FILE`
    Plus,
    /// `FILE:7`
    Colon,
    /// `--goto FILE:7`
    Goto,
    /// `--line 7 FILE`
    Long,
    /// It cannot be told.
    None,
}

fn family(name: &str) -> (Line, bool) {
    match name {
        "code" | "code-insiders" | "codium" | "vscodium" | "cursor" | "windsurf" => (Line::Goto, true),
        "zed" | "zeditor" | "subl" | "sublime_text" => (Line::Colon, true),
        "idea" | "rustrover" | "clion" | "kate" | "kwrite" => (Line::Long, true),
        "gvim" | "mvim" | "gedit" | "gnome-text-editor" => (Line::Plus, true),
        "notepad" | "notepad.exe" | "open" | "xdg-open" => (Line::None, true),
        "hx" | "helix" => (Line::Colon, false),
        "vi" | "vim" | "nvim" | "nano" | "emacs" | "emacsclient" | "micro" | "kak" | "joe" | "mg" | "jed" => {
            (Line::Plus, false)
        }
        _ => (Line::None, false),
    }
}

/// How this file is opened; none where nobody said which editor to use.
pub(super) fn opening(wishes: &Wishes, file: &Path, line: Option<usize>) -> Option<Opening> {
    let Some(words) = wishes.editor.as_deref().and_then(shlex::split).filter(|words| !words.is_empty())
    else {
        return without_wish(wishes, file, line);
    };
    let name =
        Path::new(&words[0]).file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (form, own_window) = family(&name);
    if wishes.in_zellij && !own_window {
        return Some(zellij(file, line));
    }
    // Whoever asks it to wait means other programs: here it would keep the session waiting.
    let waits = |word: &&String| own_window && (*word == "--wait" || *word == "-w");
    let mut args: Vec<OsString> = words.iter().filter(|word| !waits(word)).map(OsString::from).collect();
    args.extend(with_line(&form, file, line));
    Some(if own_window { Opening::Elsewhere(args) } else { Opening::Here(args) })
}

fn without_wish(wishes: &Wishes, file: &Path, line: Option<usize>) -> Option<Opening> {
    if wishes.in_vscode {
        let mut args: Vec<OsString> = vec!["code".into()];
        args.extend(with_line(&Line::Goto, file, line));
        return Some(Opening::Elsewhere(args));
    }
    wishes.in_zellij.then(|| zellij(file, line))
}

fn zellij(file: &Path, line: Option<usize>) -> Opening {
    let mut args: Vec<OsString> = ["zellij", "action", "edit"].map(OsString::from).to_vec();
    if let Some(line) = line {
        args.extend(["--line-number".into(), line.to_string().into()]);
    }
    args.push(file.into());
    Opening::Elsewhere(args)
}

fn with_line(form: &Line, file: &Path, line: Option<usize>) -> Vec<OsString> {
    let colon = |line: usize| {
        let mut place = file.as_os_str().to_owned();
        place.push(format!(":{line}"));
        place
    };
    match (form, line) {
        (Line::None, _) | (_, None) => vec![file.into()],
        (Line::Plus, Some(line)) => vec![format!("+{line}").into(), file.into()],
        (Line::Colon, Some(line)) => vec![colon(line)],
        (Line::Goto, Some(line)) => vec!["--goto".into(), colon(line)],
        (Line::Long, Some(line)) => vec!["--line".into(), line.to_string().into(), file.into()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(opening: &Opening) -> String {
        let (Opening::Here(args) | Opening::Elsewhere(args)) = opening;
        let kind = if matches!(opening, Opening::Here(_)) { "here" } else { "elsewhere" };
        let args: Vec<String> = args.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
        format!("{kind}: {}", args.join(" "))
    }

    fn opened(editor: &str, in_vscode: bool, in_zellij: bool) -> String {
        let editor = (!editor.is_empty()).then(|| editor.to_owned());
        let wishes = Wishes { editor, in_vscode, in_zellij };
        opening(&wishes, Path::new("/w/a b.rs"), Some(7)).map_or_else(String::new, |found| words(&found))
    }

    #[test]
    fn each_editor_is_told_the_line_in_its_own_way() {
        assert_eq!(opened("vim", false, false), "here: vim +7 /w/a b.rs");
        assert_eq!(opened("/usr/bin/nvim -p", false, false), "here: /usr/bin/nvim -p +7 /w/a b.rs");
        assert_eq!(opened("hx", false, false), "here: hx /w/a b.rs:7");
        assert_eq!(opened("code --wait", false, false), "elsewhere: code --goto /w/a b.rs:7");
        assert_eq!(opened("rustrover", false, false), "elsewhere: rustrover --line 7 /w/a b.rs");
        assert_eq!(opened("my-editor", false, false), "here: my-editor /w/a b.rs");
        assert_eq!(opened("'my editor' -x", false, false), "here: my editor -x /w/a b.rs");
    }

    #[test]
    fn panes_and_windows_are_used_where_we_are_in_one() {
        assert_eq!(opened("vim", false, true), "elsewhere: zellij action edit --line-number 7 /w/a b.rs");
        assert_eq!(opened("code", false, true), "elsewhere: code --goto /w/a b.rs:7");
        assert_eq!(opened("", true, false), "elsewhere: code --goto /w/a b.rs:7");
        assert_eq!(opened("", false, false), "");
        assert_eq!(opened("'", false, false), "", "a quote that never ends is no wish");
    }
}
