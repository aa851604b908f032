"""The HTML of a report in a real browser, under the rules of axe-core, in light and in dark: no violation.

It needs Chromium, node and the packages axe-core and playwright-core under `.tools/`; `.ci/run` puts them there.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from simulator.authoring.catalogues import shipped
from simulator.authoring.simulation import fared_of
from simulator.encounter.course import play
from simulator.encounter.program import compile_program
from simulator.reports.html import html_report
from simulator.reports.page.two_trainees_page import two_trainees_report
from simulator.reports.page.whole import House, report_of
from simulator.scenario.load import load_scenario
from simulator.scoring.debrief import debrief, with_company
from simulator.scoring.session_facts import SessionFacts
from simulator.scoring.two_trainees import side_by_side

ROOT = Path(__file__).parents[2]
HEARD = ("speaker_off", "hello", "told", "offer", "hold", "walk")
LAST_BUS = ROOT / "tests" / "fixtures" / "last_bus.yaml"
PACKAGES = ROOT / ".tools" / "node_modules"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

SCRIPT = """
import { createRequire } from 'module';
import fs from 'fs';
const need = createRequire(process.argv[2] + '/');
const { chromium } = need('playwright-core');
const axe = fs.readFileSync(need.resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({ executablePath: process.argv[3], args: ['--no-sandbox', '--disable-gpu'] });
const found = [];
for (const colorScheme of ['light', 'dark']) for (const file of process.argv.slice(4)) {
  const page = await browser.newPage({ colorScheme, bypassCSP: true });
  await page.goto('file://' + file);
  await page.evaluate(axe);
  const result = await page.evaluate(async () => await axe.run());
  for (const v of result.violations) found.push([colorScheme, v.id, v.nodes[0].html.slice(0, 200)]);
  await page.close();
}
await browser.close();
console.log(JSON.stringify(found));
"""


@pytest.mark.skipif(
    not (
        BROWSER
        and shutil.which("node")
        and (PACKAGES / "axe-core").is_dir()
        and (PACKAGES / "playwright-core").is_dir()
    ),
    reason="needs Chromium, node, and axe-core and playwright-core under .tools/",
)
def test_no_rule_of_axe_is_broken_in_light_or_dark(tmp_path):
    loaded = load_scenario(LAST_BUS.read_text(encoding="utf-8"), "last_bus.yaml", shipped())
    program = compile_program(loaded.scenario, shipped())
    logo = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
    house = House("Northmoor Academy", logo, "image/svg+xml")
    files = []
    for name, actions in (
        ("good", HEARD),
        ("poor", ("move_on", "stop")),
    ):
        course = play(program, 1, "loud", actions)
        value = debrief(program, course, SessionFacts(trainee="T-1", mode="practice"))
        value = with_company(value, fared_of(program, course.start, 5))
        path = tmp_path / f"{name}.html"
        path.write_text(html_report(report_of(value, house)), encoding="utf-8")
        files.append(str(path))
    one, other = (
        debrief(program, play(program, 1, "loud", HEARD), SessionFacts(trainee=who)) for who in ("T-1", "T-2")
    )
    both = tmp_path / "both.html"
    both.write_text(html_report(two_trainees_report(side_by_side([one], [other]), house)), encoding="utf-8")
    files.append(str(both))
    script = tmp_path / "look.mjs"
    script.write_text(SCRIPT, encoding="utf-8")
    command = ["node", str(script), str(PACKAGES.parent), str(BROWSER), *files]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert json.loads(done.stdout) == []
