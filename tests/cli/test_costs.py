"""What decisions cost, in the report of a record: worked out when asked for, told ever after."""

import pytest

from simulator.records.reading import read_log
from simulator.records.texts import texts_behind
from simulator.reports.consequence_words import consequence_lines
from simulator.reports.words import shipped_words
from simulator.scoring.debrief import Consequence

WORKED_OUT = "From here a typical trainee comes to about"


def test_a_report_tells_costs_when_they_were_worked_out_once(cli, record, data):
    assert WORKED_OUT not in cli("report", record).out
    assert not (data / "cache").exists()
    told = cli("report", record, "--costs")
    assert told.code == 0
    assert told.out.count(WORKED_OUT) == 5
    assert told.out.count("After this the call comes to") == 1  # nobody goes on from the act that ended it
    assert cli("report", record).out == told.out
    assert len(list((data / "cache").iterdir())) == 1


def test_texts_that_were_changed_go_to_no_other_process(record, data):
    digests = read_log(record).header.start.digests
    assert texts_behind(digests, data / "texts") is not None
    (data / "texts" / f"{digests['techniques.yaml']}.yaml").write_text("x")
    assert texts_behind(digests, data / "texts") is None


def test_costs_are_worked_out_where_the_texts_stand_beside_the_record(cli, data, last_bus_file, tmp_path):
    assert cli("play", last_bus_file, "--choices", "speaker_off,stop", "--keep", "--trainee", "T-1").code == 0
    (record,) = (data / "sessions").iterdir()
    told = cli("report", record, "--costs", folder=tmp_path / "elsewhere")
    assert told.code == 0
    assert WORKED_OUT in told.out


@pytest.mark.parametrize(
    ("led_to", "words"),
    [
        ({}, []),
        (
            {"expected": 51.2, "cost": 0.0},
            ["From here a typical trainee comes to about 51 of 100. Nothing that was open would certainly have led to more."],
        ),
        (
            {"expected": 40.0, "cost": 9.6, "cost_low": 3.0, "cost_high": 16.0, "better_said": "Hello.",
             "better_expected": 49.6, "loss": 12.0},
            [
                "From here a typical trainee comes to about 40 of 100. This decision cost about 10, likely between 3 and 16.",
                "More would have been expected of: “Hello.” (about 50 of 100).",
                "After it, at least 12 of the points that could still be reached were out of reach.",
            ],
        ),
    ],
)  # fmt: skip
def test_a_consequence_is_told_in_sentences(led_to, words):
    assert list(consequence_lines(Consequence(**led_to), shipped_words())) == words
