//! Carries out what the session asks for. Each effect is a few lines here; whatever takes time goes to a
//! thread of its own and comes back as an input.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::mpsc::Sender;
use std::thread::Scope;
use std::time::Duration;

use super::changes::{Changes, owner_in_set};
use super::editor::{Opening, Wishes, opening};
use super::front::Front;
use super::work::{Bell, OwnedJob, Runs, listener};
use super::{Ending, Engine, Event, Feed, Ground, Input, Message, RunId, Runner, Site, State};
use super::{code, judging, list, terminal};
use crate::check::{Outcome, Word, sheet};
use crate::commands::error::CommandError;
use crate::commands::{hint, read, reset};
use crate::curriculum::ExerciseId;
use crate::message::{Page, Problem};
use crate::process::os::foreground;
use crate::process::{Cancel, Capture, CommandSpec};
use crate::toolchain::Tool;
use crate::watch::{Effect, Moment};

/// Everything an effect may need.
pub(super) struct Desk<'scope, 'env> {
    pub(super) ground: &'env Ground,
    pub(super) site: Site,
    pub(super) engine: &'env Engine<'env>,
    pub(super) runner: &'env dyn Runner,
    pub(super) front: Front,
    pub(super) changes: Changes,
    pub(super) send: &'env Sender<Feed>,
    pub(super) scope: &'scope Scope<'scope, 'env>,
    pub(super) runs: Runs,
}

type Queue = VecDeque<Input>;
type Done = Result<(), CommandError>;

impl Desk<'_, '_> {
    /// What happened, in the session's words; nothing where it is nobody's affair.
    pub(super) fn input_of(&mut self, feed: Feed) -> Vec<Input> {
        match feed {
            Feed::Session(input) => vec![input],
            Feed::Written(path) => self.written(&path).into_iter().collect(),
            Feed::SetWritten(path) => self.set_written(&path).into_iter().collect(),
            Feed::Live(run, live) => live.take().into_iter().map(|told| Input::Told(run, told)).collect(),
            Feed::Judged(run, result) => {
                self.runs.ended(run);
                vec![match *result {
                    Ok(outcome) => Input::Done(run, Box::new(outcome)),
                    Err(error) => Input::Broken(run, CommandError::from(error).problem()),
                }]
            }
            Feed::Terminal(event) => vec![match event {
                Event::Key(key) => Input::Key(key),
                Event::Resized(size) => Input::Resized(size),
                Event::Stop => Input::Stop,
                Event::Resumed => Input::Resumed,
                Event::Ended => Input::Ended,
            }],
        }
    }

    fn written(&mut self, path: &Path) -> Option<Input> {
        let (place, _) = self.site.workspace.owner(path, &self.site.curriculum.exercises)?;
        let exercise = ExerciseId(place);
        Some(Input::Saved { exercise, content: self.changes.look_at(&self.site, exercise) })
    }

    fn set_written(&mut self, path: &Path) -> Option<Input> {
        let yours = self.site.place(self.ground, owner_in_set(&self.site, path)?).file;
        Some(Input::News(format!("You edited the set; yours is {}.", yours.display())))
    }

    /// Does one thing. Says how the session ends, if it does.
    pub(super) fn carry_out(
        &mut self,
        effect: Effect,
        state: &mut State,
        queue: &mut Queue,
        now: Moment,
    ) -> Result<Option<Ending>, CommandError> {
        match effect {
            Effect::Cancel(run) => self.runs.cancel(run),
            Effect::Check(run, id) | Effect::Prepare(run, id) => self.judge(run, id, queue),
            Effect::Store(run, outcome) => self.store(run, *outcome, queue),
            Effect::Current(id) => self.remember_current(id),
            Effect::Restore(id) => self.restore(id, queue),
            Effect::Hint(id) => match hint::next(&mut self.site, id) {
                Ok(hint) => queue.push_back(Input::Hint(hint)),
                Err(error) => queue.push_back(Input::News(one_line(&error.problem()))),
            },
            Effect::Edit(id, line) => self.edit(id, line, queue)?,
            Effect::Explain(error) => self.explain(error),
            Effect::Read(id) => self.read(id),
            Effect::Compare(id) => queue.push_back(self.compare(id)),
            Effect::AskToStop => terminal::ask_to_stop(),
            Effect::Stop => {
                self.front.stop()?;
                queue.push_back(Input::Resumed);
            }
            Effect::Tell(message) => self.front.tell(&message)?,
            Effect::Draw => self.front.draw(state, now, false)?,
            Effect::Redraw => self.front.draw(state, now, true)?,
            Effect::Quit(ending) => return Ok(Some(ending)),
        }
        Ok(None)
    }

    fn judge(&mut self, run: RunId, id: ExerciseId, queue: &mut Queue) {
        let theirs = self.changes.texts.get(&id).cloned().unwrap_or_default();
        let job = match OwnedJob::new(&self.site, id, theirs) {
            Ok(job) => job,
            Err(error) => return queue.push_back(Input::Broken(run, error.problem())),
        };
        let cancel = self.runs.begin(run);
        let (engine, send) = (self.engine, self.send.clone());
        self.scope.spawn(move || {
            let _bell = Bell(send.clone());
            let tell = listener(run, send.clone());
            let result = engine.judge(&job.job(), &cancel, &tell);
            let _ = send.send(Feed::Judged(run, Box::new(result)));
        });
    }

    /// Evidence goes to disk before the verdict goes to the screen; the map, which reads many files, comes after.
    fn store(&mut self, run: RunId, outcome: Outcome, queue: &mut Queue) {
        let Some(id) = self.site.curriculum.find(&outcome.exercise) else { return };
        let passed = matches!(outcome.word(), Word::Passed | Word::Partial);
        let recorded = judging::record(self.ground, &mut self.site, std::slice::from_ref(&outcome), Some(id));
        let not_recorded = match recorded {
            Ok(reason) => reason,
            // A full disk takes nothing from the learner but the record of this pass, and they are told.
            Err(error) => Some(format!("not recorded: {}", one_line(&error.problem()))),
        };
        let report = judging::report(self.ground, &self.site, id, outcome, not_recorded);
        queue.push_back(Input::Judged(run, Box::new(report)));
        if passed {
            let map = Box::new(list::map(&self.site));
            // Behind what is drawn first: a file event or a key may even come before it.
            let _ = self.send.send(Feed::Session(Input::Map(map)));
        }
    }

    fn remember_current(&mut self, id: ExerciseId) {
        let name = self.site.curriculum.exercise(id).name.clone();
        // Where it cannot be stored the session still knows it; a pass that cannot be stored is told.
        if let Ok(progress) = self.site.store.update(|progress| progress.current = Some(name)) {
            self.site.progress = progress;
        }
    }

    fn restore(&mut self, id: ExerciseId, queue: &mut Queue) {
        let told = match reset::reset_one(self.ground, &mut self.site, id) {
            Ok(Some(kept)) => format!("The start is back. What you had is in {}.", kept.display()),
            Ok(None) => "It is at its start already.".to_owned(),
            Err(error) => one_line(&error.problem()),
        };
        queue.push_back(Input::Map(Box::new(list::map(&self.site))));
        // The file event says the same; where none arrives this does.
        queue.push_back(Input::Saved { exercise: id, content: self.changes.look_at(&self.site, id) });
        queue.push_back(Input::News(told));
    }

    fn edit(&mut self, id: ExerciseId, line: Option<usize>, queue: &mut Queue) -> Done {
        let file = self.site.workspace.path_of(self.site.curriculum.exercise(id));
        let text = |name: &str| self.ground.var(name).map(|value| value.to_string_lossy().into_owned());
        let wishes = Wishes {
            editor: text("VISUAL").or_else(|| text("EDITOR")),
            in_vscode: text("TERM_PROGRAM").is_some_and(|program| program == "vscode"),
            in_zellij: text("ZELLIJ").is_some(),
        };
        let Some(opening) = opening(&wishes, &file, line) else {
            let news = "Say which editor to open: set VISUAL or EDITOR, for example VISUAL=nano.";
            queue.push_back(Input::News(news.to_owned()));
            return Ok(());
        };
        let (Opening::Here(words) | Opening::Elsewhere(words)) = &opening;
        let started = which::which_in(&words[0], self.ground.var("PATH"), &self.ground.cwd);
        let Ok(program) = started else {
            let news = format!("There is no program {:?} on PATH.", words[0].to_string_lossy());
            queue.push_back(Input::News(news));
            return Ok(());
        };
        let (env, cwd) = (&self.ground.env, self.site.workspace.root());
        let result = if matches!(opening, Opening::Here(_)) {
            let lent = || foreground::lend_terminal(&program, &words[1..], env, cwd).map(drop);
            let result = self.front.step_aside(lent)?;
            queue.push_back(Input::Resumed);
            result
        } else {
            foreground::leave_running(&program, &words[1..], env, cwd)
        };
        if let Err(error) = result {
            queue.push_back(Input::News(format!("{} could not be started: {error}", program.display())));
        }
        Ok(())
    }

    fn explain(&self, error: String) {
        let Some(program) = self.engine.tools.path(&Tool::Rustc) else { return };
        let spec = CommandSpec {
            program,
            args: vec!["--explain".into(), error.clone().into()],
            env: self.ground.child_env(),
            cwd: self.site.workspace.root().to_path_buf(),
            timeout: Duration::from_secs(10),
            confine: None,
            capture: Capture::Whole,
            bring: Vec::new(),
        };
        let (runner, send) = (self.runner, self.send.clone());
        self.scope.spawn(move || {
            let input = match runner.run(&spec, &Cancel::new(), &|_, _| {}) {
                Ok(done) if !done.stdout.bytes.is_empty() => {
                    Input::Page(Page::Text { title: error, text: done.stdout.text() })
                }
                Ok(_) => Input::News(format!("The compiler has no explanation of {error}.")),
                Err(trouble) => Input::News(trouble.to_string()),
            };
            let _ = send.send(Feed::Session(input));
        });
    }

    fn read(&self, id: ExerciseId) {
        let topic = self.site.curriculum.topic_of(id);
        let (title, readings) = (topic.title.clone(), topic.reading.clone());
        let (ground, runner, send) = (self.ground, self.runner, self.send.clone());
        self.scope.spawn(move || {
            let news = match readings.first() {
                None => None,
                Some(first) if read::open_first(ground, runner, &readings) => {
                    Some(format!("Opened: {}", first.title))
                }
                Some(_) => Some("No browser could be opened; copy a link.".to_owned()),
            };
            let page = Page::Told(Message::Readings { topic: title, readings });
            let _ = send.send(Feed::Session(Input::Page(page)));
            if let Some(news) = news {
                let _ = send.send(Feed::Session(Input::News(news)));
            }
        });
    }

    fn compare(&self, id: ExerciseId) -> Input {
        let exercise = self.site.curriculum.exercise(id);
        let theirs = self.changes.texts.get(&id).map(|text| sheet::part_above_the_line(text));
        match self.site.set.text(&exercise.solution) {
            Ok(reference) => Input::Page(Page::Beside {
                left: ("Yours".to_owned(), theirs.unwrap_or_default()),
                right: ("The reference, and why it is so".to_owned(), reference),
            }),
            Err(error) => Input::News(one_line(&CommandError::from(error).problem())),
        }
    }

    /// Gives everything back, and says where the learner stands.
    pub(super) fn leave(self, state: &State, ending: Ending) -> Result<u8, CommandError> {
        let Self { ground, site, front, runs, .. } = self;
        // In this order: whoever left is at their shell again before the last process has ended.
        let on_a_screen = matches!(front, Front::Screen { .. });
        drop(front);
        drop(runs);
        if on_a_screen {
            let place = site.place(ground, state.current());
            let (done, of) = site.done();
            let news = format!("{done} of {of} done. You are at {}: {}", place.name, place.file.display());
            ground.reporter().tell(&Message::News(news))?;
        }
        Ok(if ending == Ending::Interrupted { code::INTERRUPTED } else { code::PASSED })
    }
}

fn one_line(problem: &Problem) -> String {
    let parts = [std::slice::from_ref(&problem.what), &problem.because, &problem.help].concat();
    parts.join("; ")
}
