"""`play`: a call in the window, as text, or along a fixed line of acts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from simulator.cli.guard import FINE, INTERRUPTED

if TYPE_CHECKING:
    from simulator.encounter.plans import Program
    from simulator.records.live import LiveSession

_TEXT_ONLY = ("seed", "temperament", "class_word", "trainee", "mode", "timed", "keep", "go_on")
_NEW_ONLY = ("choices", "seed", "temperament", "class_word", "mode", "keep")


@click.command(
    "play", epilog="\b\nExample:\n  uv run main.py play corner_shop --text --seed 7 --choices hello,wait,stop"
)
@click.argument("name", metavar="ID", required=False)
@click.option("--text", is_flag=True, help="Play here in the terminal.")
@click.option("--choices", metavar="A,B,C", help="Play these acts without asking, and print what happens.")
@click.option("--seed", type=click.IntRange(0, 2**63), help="The seed of every draw (practice; by chance without).")
@click.option("--temperament", metavar="ID", help="How the person is today (practice; by chance without).")
@click.option("--mode", type=click.Choice(["practice", "assessed"]), help="Practice is the default.")
@click.option("--class-word", metavar="WORD", help="The word that gives a class its draw (assessed).")
@click.option("--trainee", metavar="ID", help="The academy's id for you, never a name.")
@click.option("--timed/--untimed", default=None, help="Let timers run out, or not (the default in a terminal).")
@click.option("--keep", is_flag=True, help="Keep the record of this practice without being asked.")
@click.option("--resume", "go_on", is_flag=True, help="Go on with the last unfinished call (of call ID, of --trainee).")
@click.pass_context
def command(ctx: click.Context, /, name: str | None, text: bool, choices: str | None, **options: object) -> int:
    """Play the call ID: the id of a call in the library, or the path of a scenario file.

    Without --text or --choices the window opens at that call. Acts in --choices are line ids of the moment they
    are played in, wait, hold, back, closer, cover, leave, silence, call:ID, partner:ID, answer:PROMPT.ANSWER, stop.
    """
    data: Path | None = ctx.obj
    if not text and choices is None and not options["go_on"]:
        if flag := _given(ctx, _TEXT_ONLY):
            raise click.UsageError(f"{flag} is for play in a terminal: add --text. The window asks for it itself.")
        return _in_window(data, name)
    if options["go_on"]:
        if flag := _given(ctx, _NEW_ONLY):
            raise click.UsageError(f"{flag} is for a call that begins; --resume goes on with one as it was begun.")
        return _go_on(data, name, str(options["trainee"] or ""), timed=bool(options["timed"]))
    if name is None and choices is None:
        name = _choose(data)
    if name is None:
        raise click.UsageError("Name the call to play; `library` lists them.")
    return _begin(ctx, data, name, choices)


def _given(ctx: click.Context, keys: tuple[str, ...]) -> str:
    """The first of these options that somebody gave, as it is typed; "" for none."""
    given = [key for key in keys if ctx.get_parameter_source(key) is not click.core.ParameterSource.DEFAULT]
    return "--" + given[0].replace("_", "-") if given else ""


def _in_window(data: Path | None, name: str | None) -> int:
    from simulator.cli.folders import find_entry, load_call
    from simulator.cli.window import open_window

    if name is None:
        return open_window(data)
    load_call(name, data)
    return open_window(data, find_entry(name, data).id)


def _begin(ctx: click.Context, data: Path | None, name: str, choices: str | None) -> int:
    from simulator.cli.folders import data_folder, load_call
    from simulator.records.live import LiveSession
    from simulator.records.resume import tidy

    options = ctx.params
    mode: Literal["practice", "assessed"] = options["mode"] or "practice"
    folder = data_folder(data)
    call = load_call(name, data)
    seed, temperament = _draw(ctx, mode, call.program)
    fixed = None if choices is None else [token.strip() for token in choices.split(",") if token.strip()]
    if mode == "assessed" and any(token.startswith("inject:") for token in fixed or ()):
        raise click.UsageError("inject: is an instructor's hand, and an assessed call has none; leave it away.")
    tidy(folder)
    session = LiveSession.start(
        call.program,
        seed,
        temperament,
        mode=mode,
        trainee=options["trainee"] or "",
        data_folder=folder,
        scenario_text=call.text,
        catalogue_texts=call.catalogue_texts,
        untimed=not options["timed"],
    )
    return _play(session, fixed, timed=bool(options["timed"]), keep=options["keep"])


def _choose(data: Path | None) -> str | None:
    """Asks which call to play; None where nobody answers or there is none."""
    from simulator.cli.folders import whole_library
    from simulator.cli.text_call import InputEndedError, ask_person
    from simulator.reports.quotes import curved

    calls = [entry.scenario for entry in whole_library(data).playable().values() if entry.scenario is not None]
    for number, call in enumerate(calls, start=1):
        words = [f"{number}. {call.about.title}.", call.about.summary, f"{call.about.minutes} minutes."]
        click.echo(curved(" ".join(filter(None, words))))
    while calls:
        try:
            answer = ask_person("Which call? Its number: ").strip()
        except InputEndedError:
            return None
        if answer.isdecimal() and answer.isascii() and 1 <= int(answer[:9]) <= len(calls):
            return calls[int(answer[:9]) - 1].id
        click.echo(f"Type a number from 1 to {len(calls)}.")
    return None


def _draw(ctx: click.Context, mode: str, program: Program) -> tuple[int, str]:
    """Seed and temperament, as the mode takes them."""
    from simulator.cli.folders import temperament_named
    from simulator.encounter.draws import draw
    from simulator.records.class_draw import chance_draw, class_draw

    options = ctx.params
    temperament, seed, word = options["temperament"], options["seed"], options["class_word"]
    if mode == "assessed":
        if temperament is not None or seed is not None:
            raise click.UsageError("An assessed call takes seed and temperament from the class word; leave them away.")
        if not word or not word.strip():
            raise click.UsageError("An assessed call needs the class word: add --class-word WORD.")
        return class_draw(word, program.scenario.id, program.temperaments)
    if word is not None:
        raise click.UsageError("--class-word belongs to an assessed call: add --mode assessed, or use --seed.")
    if temperament is not None:
        temperament_named(program, temperament)
    drawn, drawn_temperament = chance_draw(program.temperaments, temperament)
    if seed is None:
        return drawn, drawn_temperament
    # A seed alone fixes everything, the temperament too.
    return seed, temperament or program.temperaments[draw(seed, "temperament") % len(program.temperaments)]


def _go_on(data: Path | None, name: str | None, trainee: str, *, timed: bool) -> int:
    from simulator.cli.folders import data_folder, programs_for
    from simulator.records.resume import find_unfinished, open_elsewhere, resume, tidy
    from simulator.records.trainee import trainee_id

    folder, who = data_folder(data), trainee_id(trainee)
    tidy(folder)
    waiting = [
        each
        for each in find_unfinished(folder)
        if (name is None or each.header.start.scenario == name) and (not who or each.header.trainee == who)
    ]
    if not waiting:
        of_call = (f" of “{name:.80}”" if name else "") + (f" by trainee {who}" if who else "")
        if open_elsewhere(folder):
            raise click.ClickException(
                f"There is no other unfinished call{of_call} in {folder}: one is open in another window or terminal. "
                "Go on there, or close it first."
            )
        raise click.ClickException(
            f"There is no unfinished call{of_call} in {folder}. Begin one with `play ID --text`."
        )
    session = resume(waiting[0].path, programs_for(waiting[0].path, data))
    if session.header.trainee:
        click.echo(f"This is the call of trainee {session.header.trainee}.")
    if session.note:
        click.echo(session.note)
    return _play(session, None, timed=timed and not session.header.untimed, keep=False)


def _play(session: LiveSession, fixed: list[str] | None, *, timed: bool, keep: bool) -> int:
    from simulator.cli.text_call import InputEndedError, TextCall
    from simulator.encounter.actions import ActionRefused

    call = TextCall(session, click.echo, timed=timed)
    try:
        call.brief()
        if fixed is None:
            call.play()
        else:
            call.play_fixed(fixed)
    except ActionRefused as refused:
        count = len(session.course.turns)
        click.echo(f"After {count} acts “{fixed[count] if fixed else '':.60}” cannot be done: {refused}", err=True)
        _let_go(session, keep=keep)
        return 1
    except (InputEndedError, KeyboardInterrupt) as left:
        session.close()
        click.echo(f"\nThe call is not over. Go on with: play {session.program.scenario.id} --resume", err=True)
        return INTERRUPTED if isinstance(left, KeyboardInterrupt) else FINE
    except BrokenPipeError:
        # Nobody reads on. A line of choices is no call that somebody may want to go on with.
        if fixed is not None:
            _put_away(session, keep=keep)
        session.close()
        raise
    try:
        if fixed is not None and not session.state.over:
            click.echo(f"\nThe choices end here; the call does not. It stands at “{session.state.node}”.")
        if session.state.over or session.header.mode == "practice":
            _debrief(session)
    except BaseException:
        # Whatever stands against the debrief, the record is there.
        _let_go(session, keep=keep or fixed is None)
        raise
    _let_go(session, keep=keep or (fixed is None and _wants_record(session)))
    return FINE


def _debrief(session: LiveSession) -> None:
    from simulator.records.academy import read_words
    from simulator.records.problem import RecordsProblem
    from simulator.reports.text import debrief_text
    from simulator.reports.words import shipped_words
    from simulator.scoring.debrief import debrief

    try:
        words = read_words(session.path.parent.parent)
    except RecordsProblem as problem:
        # What an academy wrote wrongly must cost nobody the debrief of a call that was just played.
        click.echo(f"\n{problem} Until it is mended, the program's own words are used.", err=True)
        words = shipped_words()
    click.echo("")
    value = debrief(session.program, session.course, session.session_facts(), words)
    click.echo(debrief_text(value, words), nl=False)


def _wants_record(session: LiveSession) -> bool:
    """Asks whether a practice session is to be kept, until the answer is yes or no. Where nobody answers it is no;
    where an answer was not understood and no other came, it is kept, for it can be deleted later and not got back."""
    from simulator.cli.text_call import InputEndedError, ask_person

    if session.header.mode != "practice":
        return True
    answers = {"y": True, "yes": True, "n": False, "no": False}
    prompt, unclear = "\nKeep the record of this practice? yes or no: ", False
    while True:
        try:
            answer = ask_person(prompt).strip().casefold()
        except (InputEndedError, KeyboardInterrupt):
            return unclear
        if answer in answers:
            return answers[answer]
        prompt, unclear = "Type yes to keep the record, or no to delete it: ", True


def _let_go(session: LiveSession, *, keep: bool) -> None:
    """Keep, seal or delete the log, and say which."""
    start = session.header.start
    done = _put_away(session, keep=keep)
    click.echo("")
    if session.state.over or session.header.mode == "practice":
        # What an assessed call has drawn would let somebody try it out before going on with it.
        click.echo(f"To play this again: --seed {start.seed} --temperament {start.temperament}")
    click.echo(done)


def _put_away(session: LiveSession, *, keep: bool) -> str:
    """Keep, seal or delete the log; gives the words for it. It is done before anything is printed, for whoever
    reads our output may have gone."""
    if session.header.mode == "assessed":
        session.close()
        if session.closed:
            return f"Sealed record: {session.path}\nIts hash: {session.chain}"
        return f"The call is not over. Go on with: play {session.program.scenario.id} --resume"
    if keep:
        return f"Record kept: {session.keep()}"
    session.discard()
    return "No record was kept."
