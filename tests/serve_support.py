"""What the tests of `stancegraph serve` share: a running server over articles and rules of their own."""
import os
import re
import signal
import subprocess
import tempfile

RULES = """\
stancegraph: 1

stances:
  states: {polarity: 0}
  opposes: {polarity: -0.7}
  supports: {polarity: 0.7}

lexicons:
  say: {pos: verb, stance: states, words: [say]}
  pro: {pos: verb, stance: supports, words: [support]}
  harbour_anger:
    pos: verb
    stance: opposes
    words:
      - bemoan

rules:
  - rule: said_before
    stage: attribution
    match: statement:QUOTE cue:@say speaker:SPEAKER
  - rule: is_angry
    match: cue:(@pro | @harbour_anger)
    slots:
      speaker: cue >who
      subject: cue >what
    examples:
      - text: Mara Quill bemoans the night ferry.
        gives: Mara Quill -> opposes -> night ferry
"""

# Stands beside the shipped rules.
MORE_RULES = """\
stancegraph: 1

actors:
  - name: Mara Quill
    kind: person
"""

DEBATE = """\
The council met on Tuesday

Mara Quill bemoans the night ferry. Dunstan Pell laments the night ferry.

"The bridge is a gift to the harbour," said Ines Varga, who supports the bridge.
"""

HOSTILE = (
    "<script>window.hacked = 1</script> <img src=x onerror='window.hacked = 1'> bemoans the <b>night ferry</b>.\n\n"
    "Mara Quill <a href=\"javascript:window.hacked=1\">bemoans</a> the \u202eyrref thgin\u202c &lt;script&gt; fetch('http://192.0.2.1/').\n\n"
    "<style>@import 'http://192.0.2.1/a.css'</style> <iframe src='http://192.0.2.1/'></iframe> <svg onload=window.hacked=1>\n\n")


class Server:
    """A server on a free port; `with Server(program) as server`."""

    def __init__(self, program, articles=None, with_shipped_rules=False, with_project=False):
        self.folder = tempfile.TemporaryDirectory()
        self.path = self.folder.name
        self.rules = MORE_RULES if with_shipped_rules else RULES
        self.write("rules/harbour.yaml", self.rules)
        for name, text in (articles or {"debate.txt": DEBATE}).items():
            self.write("articles/" + name, text)
        rules = ["--rules", self.path + "/rules"] + ([] if with_shipped_rules else ["--only-rules"])
        source = [self.path + "/articles"]
        if with_project:
            project = self.path + "/project"
            subprocess.run([program, "build", *source, "-o", project, "--quiet", *rules], check=True)
            source = ["-p", project]
        command = [program, "serve", *source, *rules]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        parts = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/#key=([0-9a-f]{32})", self.url)
        if parts is None:
            raise SystemExit(f"the program printed {self.url!r}\n{self.process.stderr.read()}")
        self.port, self.key = int(parts[1]), parts[2]

    def write(self, name, text):
        path = os.path.join(self.path, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode("utf-8"))

    def read(self, name):
        with open(os.path.join(self.path, name), encoding="utf-8") as file:
            return file.read()

    def stop(self):
        """Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()
        self.folder.cleanup()
