"""A report with how simulated trainees fared: worked out when asked for, told ever after, in every form."""

from __future__ import annotations

import json
import re

HEADING = "AMONG SIMULATED TRAINEES"


def test_a_report_tells_of_simulated_trainees_when_they_played_once(cli, record, data):
    assert HEADING not in cli("report", record).out
    assert not (data / "cache").exists()
    told = cli("report", record, "--simulated")
    assert told.code == 0
    assert HEADING in told.out
    assert "no norm for people" in " ".join(told.out.split())
    assert cli("report", record).out == told.out
    assert [path.name.partition("-")[0] for path in (data / "cache").iterdir()] == ["company"]


def test_every_form_of_a_report_tells_the_same_of_them(cli, record, tmp_path):
    company = json.loads(cli("report", record, "--simulated", "--format", "json").out)["company"]
    for kind in ("text", "html", "md"):
        told = " ".join(re.sub(r"<[^>]+>|\\|\*", "", cli("report", record, "--format", kind).out).split())
        assert f"This call ended at {company['value']:.0f} of 100, with a tension of {company['tension']:.0f}." in told
        for fared, standing in zip(company["fared"], company["standings"], strict=True):
            assert (
                f"{fared['trainee'].capitalize()}: Of {fared['plays']}, {standing['better']} ended better, "
                f"{standing['same']} about the same and {standing['worse']} worse."
            ) in told
    assert cli("report", record, "--output", tmp_path / "it.pdf").code == 0


def test_a_stopped_call_stands_nowhere_among_them(cli, data, last_bus_file):
    cli("play", last_bus_file, "--choices", "hello,stop", "--keep", "--trainee", "T-1")
    (path,) = (data / "sessions").iterdir()
    told = cli("report", path, "--simulated")
    assert told.code == 0
    assert HEADING not in told.out
    assert not (data / "cache").exists()
