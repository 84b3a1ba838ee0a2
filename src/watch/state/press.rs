//! Keys: what each does in the mode that the session is in. Ctrl-C, Ctrl-D and Ctrl-L mean the same
//! everywhere. It must not say which key that is: the table in `keys` does.

use super::{Effect, Effects, Ending, Finder, Finding, Message, Mode, Moment, State};
use crate::check::{Diagnostic, Level};
use crate::curriculum::ExerciseId;
use crate::message::{Key, KeyCode};
use crate::watch::keys::{self, Action};

impl State {
    pub(super) fn pressed(&mut self, key: Key, now: Moment, fx: &mut Effects) {
        self.news.clear();
        fx.push(Effect::Draw);
        let action = keys::action(key);
        // What a session must never lose, text entry or not.
        match (action, key.ctrl) {
            (Some(Action::Interrupt), _) => return self.quit(Ending::Interrupted, fx),
            (Some(Action::Quit), true) => return self.quit(Ending::Asked, fx),
            (Some(Action::Redraw), _) => return fx.push(Effect::Redraw),
            (Some(Action::Suspend), _) => return fx.push(Effect::AskToStop),
            _ => {}
        }
        match &mut self.mode {
            Mode::Ask => self.answered(key, fx),
            Mode::List(finder) if finder.typing && Finder::takes(key) => finder.typed(key),
            Mode::List(_) if key.code == KeyCode::Enter => self.choose(now, fx),
            Mode::List(finder) if key == Key::char('/') => finder.typing = true,
            _ => {
                if let Some(action) = action {
                    self.act(action, now, fx);
                }
            }
        }
    }

    fn answered(&mut self, key: Key, fx: &mut Effects) {
        self.open(Mode::Exercise, fx);
        if matches!(key.code, KeyCode::Char('y' | 'Y')) {
            fx.push(Effect::Restore(self.current));
        } else {
            self.say("Nothing was reset.".to_owned(), fx);
        }
    }

    fn choose(&mut self, now: Moment, fx: &mut Effects) {
        let Mode::List(finder) = &self.mode else { return };
        if let Some(&id) = finder.found(&self.outline).get(finder.chosen) {
            self.visit(id, now, fx);
        }
    }

    /// Goes to an exercise because a key asked for it.
    fn visit(&mut self, id: ExerciseId, now: Moment, fx: &mut Effects) {
        self.open(Mode::Exercise, fx);
        if id != self.current {
            self.go_to(id, fx);
            self.start(now, fx);
        }
    }

    fn act(&mut self, action: Action, now: Moment, fx: &mut Effects) {
        match action {
            Action::Next => self.next(now, fx),
            Action::Previous => self.step(-1, now, fx),
            Action::Hint => fx.push(Effect::Hint(self.current)),
            Action::Edit => fx.push(Effect::Edit(self.current, self.first_line())),
            Action::Explain => match self.first_code() {
                Some(code) => fx.push(Effect::Explain(code)),
                None => self.say("There is no error code to explain.".to_owned(), fx),
            },
            Action::Read => fx.push(Effect::Read(self.current)),
            Action::Run => {
                self.open(Mode::Exercise, fx);
                self.start(now, fx);
            }
            Action::Compare if self.has_passed() || self.is_done(self.current) => {
                fx.push(Effect::Compare(self.current));
            }
            Action::Compare => self.say("The reference solution is shown after a pass.".to_owned(), fx),
            Action::Reset => self.open(Mode::Ask, fx),
            Action::List => self.toggle_list(fx),
            Action::Keys => self.toggle_keys(fx),
            Action::Back => self.open(Mode::Exercise, fx),
            Action::Quit => self.quit(Ending::Asked, fx),
            Action::Interrupt | Action::Redraw | Action::Suspend => {}
            Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::Top | Action::Bottom => {
                self.scroll_by(action);
            }
        }
    }

    fn toggle_list(&mut self, fx: &mut Effects) {
        if matches!(self.mode, Mode::List(_)) {
            return self.open(Mode::Exercise, fx);
        }
        fx.push(Effect::Tell(Box::new(Message::Map(Box::new(self.outline.map.clone())))));
        self.open(Mode::List(Finder::at(&self.outline, self.current)), fx);
    }

    fn toggle_keys(&mut self, fx: &mut Effects) {
        if matches!(self.mode, Mode::Keys) {
            return self.open(Mode::Exercise, fx);
        }
        let lines =
            keys::BINDINGS.iter().map(|binding| format!("{:<8}{}", binding.help.label, binding.help.long));
        fx.push(Effect::Tell(Box::new(Message::News(lines.collect::<Vec<_>>().join("\n")))));
        self.open(Mode::Keys, fx);
    }

    /// After a pass to what was offered, before one simply to the next in order.
    fn next(&mut self, now: Moment, fx: &mut Effects) {
        match self.next_undone() {
            Some(next) if self.has_passed() => self.visit(next, now, fx),
            _ => self.step(1, now, fx),
        }
    }

    fn step(&mut self, by: isize, now: Moment, fx: &mut Effects) {
        let order = &self.outline.order;
        let here = order.iter().position(|&id| id == self.current);
        let there = here.and_then(|here| order.get(here.checked_add_signed(by)?).copied());
        match there {
            Some(id) => self.visit(id, now, fx),
            None if by > 0 => self.say("This is the last exercise.".to_owned(), fx),
            None => self.say("This is the first exercise.".to_owned(), fx),
        }
    }

    fn scroll_by(&mut self, action: Action) {
        // A line of the page before stays in sight.
        let page = self.size.rows.saturating_sub(6).max(1);
        if let Mode::List(finder) = &mut self.mode {
            let page = isize::try_from(page).unwrap_or(isize::MAX);
            let by = match action {
                Action::Up => -1,
                Action::Down => 1,
                Action::PageUp => -page,
                Action::PageDown => page,
                Action::Top => isize::MIN,
                _ => isize::MAX,
            };
            return finder.step(by, &self.outline);
        }
        let to = match action {
            Action::Up => self.scroll.saturating_sub(1),
            Action::Down => self.scroll + 1,
            Action::PageUp => self.scroll.saturating_sub(page),
            Action::PageDown => self.scroll + page,
            Action::Top => 0,
            _ => usize::MAX,
        };
        self.scroll = to.min(self.most_scroll);
    }

    /// What the compiler said, of the run that is going or of the one that is shown.
    fn diagnostics(&self) -> &[Diagnostic] {
        if let Some(run) = self.run.as_ref().filter(|run| !run.errors.is_empty()) {
            return &run.errors;
        }
        match self.shown.as_ref().map(|shown| &shown.found) {
            Some(Finding::Report(report)) => {
                report.outcome.decisive().map_or(&[], |result| &result.judgement.diagnostics)
            }
            _ => &[],
        }
    }

    pub(super) fn first_code(&self) -> Option<String> {
        let errors = self.diagnostics().iter().filter(|found| found.level == Level::Error);
        errors.filter_map(|found| found.code.clone()).find(|code| code.starts_with('E'))
    }

    fn first_line(&self) -> Option<usize> {
        let own = &self.place(self.current).file;
        let of_file = |found: &&Diagnostic| own.ends_with(&found.file) && found.line > 0;
        self.diagnostics().iter().find(of_file).map(|found| found.line)
    }
}
