"""An academy's folder: any file replaces the shipped one, and a bad one says what to mend."""

from __future__ import annotations

import pytest

from simulator.authoring.catalogues import from_folder, shipped, shipped_texts
from simulator.scenario.catalogue import CatalogueError


def test_one_file_replaces_the_shipped_one_and_the_rest_stays(tmp_path):
    text = shipped_texts()["hardships.yaml"].replace(
        'weapon: {label: "A weapon is there", weight: 3}', 'weapon: {label: "A weapon", weight: 4}'
    )
    (tmp_path / "hardships.yaml").write_text(text, encoding="utf-8")
    catalogues = from_folder(tmp_path)
    assert catalogues.hardships["weapon"].weight == 4
    assert dict(catalogues.techniques) == dict(shipped().techniques)
    assert catalogues.digests["hardships.yaml"] != shipped().digests["hardships.yaml"]
    assert catalogues.digests["techniques.yaml"] == shipped().digests["techniques.yaml"]


def test_a_file_saved_on_windows_has_the_same_digest(tmp_path):
    text = shipped_texts()["needs.yaml"]
    (tmp_path / "needs.yaml").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert from_folder(str(tmp_path)).digests == shipped().digests


def test_all_bad_files_are_named_at_once(tmp_path):
    (tmp_path / "habits.yaml").write_bytes(b"version: 1\nhabits: {a: \xff}\n")
    (tmp_path / "bands.yaml").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(CatalogueError) as caught:
        from_folder(tmp_path)
    assert [problem.place.file.rsplit("/")[-1].rsplit("\\")[-1] for problem in caught.value.problems] == [
        "bands.yaml",
        "habits.yaml",
    ]
    assert all("UTF-8" in problem.message for problem in caught.value.problems)


def test_a_misnamed_file_is_refused_with_the_nearest_name(tmp_path):
    (tmp_path / "technique.yaml").write_text("version: 1\n", encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        from_folder(tmp_path)
    assert "techniques.yaml" in caught.value.problems[0].hint


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_without_catalogues_says_what_to_put_there(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(CatalogueError) as caught:
        from_folder(tmp_path / name)
    assert name in caught.value.problems[0].place.file
    assert caught.value.problems[0].hint
