"""What the terminal tells of help: what can be called, and what is on its way."""

from simulator.cli.telling import briefing, known
from tests.fixtures.playing import run

HELP = (
    'resources: {boss: {label: "The sergeant", under_way: 4:00}, van: {label: "The van", eta: 3:00}, '
    'nurse: {label: "A nurse", eta: 5:00, only_if: clock >= 0:20}}'
)


def told(lines):
    return [line for line in lines if line.startswith(("Help", "On the way", "Here"))]


def test_help_sent_before_the_call_is_on_its_way_and_cannot_be_called(small):
    program = small(top=HELP)
    state = run(program).first
    assert told(briefing(program, state)) == [
        "Help you can call: The van, 3:00 away",
        "On the way: The sergeant, in 4:00",
    ]


def test_help_is_told_until_it_is_here(small):
    program = small(top=HELP)
    called = run(program, "call:van").last
    assert "On the way: The van, in 2:54" in told(known(program, called))
    here = told(known(program, run(program, "call:van", "hold").last))
    assert "Here: The van" in here
    assert not [line for line in here if line.startswith("On the way: The van")]
