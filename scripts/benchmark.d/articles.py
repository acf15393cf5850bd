"""Writes articles for the benchmark: of about 700 words, always the same ones for the same number."""

import datetime
import json
import random

CATEGORIES = ["birds", "coast", "gear", "notes", "travel"]
TAGS = 40
TAGS_EACH = 3
AUTHOR = "Ann Author"
SEED = 20260101
NEWEST = datetime.datetime(2025, 12, 31, 12, 0)

COMMON = """a after all along among an and are as at back be because before between both but by can
could day each early even every few first for found from had has have he her here his how if in into
is it its just late less like long made many may more most much near never new no not now of often
old on once one only or other our out over own part same she so some still such than that the their
them then there these they this those through to too two under until up very was way we well were
what when where which while who will with without year yet you""".split()
TOPICAL = """avocet bank beach beak bill boat breeze bridge calm camera channel chick clay cliff cloud
coast colony count creek crab curlew dawn dike drift dune dusk egg estuary evening feather ferry field
flat flight flock fog gale godwit grass gravel guide gull harbour heath heron hide hill hour island
journal knot lagoon lake lens light map marsh meadow migration mist moon morning moult mud mussel nest
night notebook oystercatcher path pebble plover plumage pond pool rain record reed ridge river rock
roost salt sand sanderling scope sea season shell shore signal sky snow spring station stone storm
summer sun tern tide trail tripod turn valley voice wader water wave weather whimbrel wind wing
winter wood worm young""".split()
SYLLABLES = "al an bar be cal dor el fen gra hol im jor kel lin mor nau or pel quin ros sel tan ul ver wyn".split()

# With names and numbers to fill in, so that no two blocks are alike.
CODE = {
    "python": '''from dataclasses import dataclass

@dataclass
class {A}:
    """What was seen of {b}."""
    {a}: str
    count: int = {n}

def {b}_of(items, limit={m}):
    # Those with more than {m} come first.
    return sorted((i for i in items if i.count > limit), key=lambda i: -i.count)

for item in {b}_of([{A}("{a}"), {A}("{b}", {m})]):
    print(f"{{item.{a}}}: {{item.count:>4}}")''',
    "java": '''import java.util.List;

/** Counts each {a}. */
public final class {A}Counter {{
  private static final int LIMIT = {n};

  public long {a}(List<String> names) {{
    // {B} may be missing
    return names.stream().filter(name -> name.startsWith("{b}")).limit(LIMIT).count();
  }}

  public static void main(String[] args) {{
    System.out.println(new {A}Counter().{a}(List.of(args)) + {m});
  }}
}}''',
    "go": '''package main

import "fmt"

type {A} struct {{
	Name  string
	Count int
}}

// Total adds up every {a}.
func Total(all []{A}) (sum int) {{
	for _, {b} := range all {{
		if {b}.Count > {n} {{
			sum += {b}.Count * {m}
		}}
	}}
	return sum
}}

func main() {{ fmt.Println(Total([]{A}{{{{"{a}", {m}}}}})) }}''',
    "javascript": '''const limit = {n};

export async function load{A}(url) {{
  const response = await fetch(`${{url}}/{a}?limit=${{limit}}`);
  if (!response.ok) {{
    throw new Error("no {a}: " + response.status);
  }}
  // the {b} comes last
  const {{ items }} = await response.json();
  return items.filter((item) => item.{b} !== null).map((item) => item.count * {m});
}}''',
    "bash": '''#!/bin/sh
# Counts the {a} files of each {b}.
set -eu
limit={n}
for dir in "$HOME"/{b}/*; do
  count=$(find "$dir" -name '*.{a}' | wc -l)
  if [ "$count" -gt "$limit" ]; then
    echo "$dir: $count" >&2
  fi
done
exit {m}''',
    "sql": '''-- every {a} of the year
SELECT {b}.name, COUNT(*) AS total
FROM {a}
JOIN {b} ON {b}.id = {a}.{b}_id
WHERE {a}.seen BETWEEN '2024-01-01' AND '2024-12-31'
  AND {a}.count > {n}
GROUP BY {b}.name
HAVING COUNT(*) >= {m}
ORDER BY total DESC;''',
    "css": '''/* the {a} beside the {b} */
.{a} > .{b}:first-child {{
  margin: 0 auto {m}px;
  color: #30{n};
  background: url("{b}.png") no-repeat;
}}

@media (min-width: {n}px) {{
  .{a} {{ display: grid; gap: 1rem; }}
}}''',
    "json": '''{{
  "name": "{a}",
  "count": {n},
  "seen": true,
  "places": ["{b}", "{a} {b}"],
  "position": {{ "north": 53.{m}, "east": 8.{n} }}
}}''',
}
LANGUAGES = list(CODE)


class Article:
    """One article. Its links are to others by number, to be written as a generator wants them."""

    def __init__(self, number, count):
        self.number = number
        self.count = count
        self.random = random.Random(SEED * 1_000_003 + number)
        self.category = CATEGORIES[number % len(CATEGORIES)]
        self.name = f"article-{number:06}"
        self.path = f"{self.category}/{self.name}.md"
        self.tags = [f"tag-{t:02}" for t in sorted(self.random.sample(range(1, TAGS + 1), TAGS_EACH))]
        self.title = f"{self.phrase(5).capitalize()} {number}"
        self.date = NEWEST - datetime.timedelta(hours=3 * number)

    def word(self):
        r = self.random.random()
        if r < 0.55:
            return self.random.choice(COMMON)
        if r < 0.92:
            return self.random.choice(TOPICAL)
        return "".join(self.random.choice(SYLLABLES) for _ in range(3))

    def phrase(self, words):
        return " ".join(self.word() for _ in range(words))

    def sentence(self):
        words = [self.word() for _ in range(self.random.randint(7, 16))]
        at = self.random.randrange(len(words))
        mark = self.random.choice(["", "", "", "*", "**", "`"])
        words[at] = mark + words[at] + mark
        if len(words) > 10:
            words[5] += ","
        text = " ".join(words)
        return text[0].upper() + text[1:] + "."

    def paragraph(self, sentences=4, link=None):
        parts = [self.sentence() for _ in range(sentences)]
        if link is not None:
            target = (self.number + self.random.randrange(1, self.count)) % self.count if self.count > 1 else 0
            parts.insert(1, f"See [{self.phrase(2)}]({link(target)}).")
        return " ".join(parts)

    def bullets(self, mark):
        return "\n".join(f"{mark} {self.phrase(self.random.randint(4, 9))}" for _ in range(5))

    def table(self):
        rows = "\n".join(
            f"| {self.random.choice(TOPICAL)} | {self.random.randrange(1, 900)} | {self.phrase(3)} |"
            for _ in range(6))
        return f"| Bird | Count | Place |\n|:---|---:|---|\n{rows}"

    def code(self, language):
        a, b = self.random.sample(TOPICAL, 2)
        n, m = self.random.randrange(100, 1000), self.random.randrange(10, 100)
        text = CODE[language].format(a=a, A=a.capitalize(), b=b, B=b.capitalize(), n=n, m=m)
        return f"```{language}\n{text}\n```"

    def body(self, link):
        """The text. @param link: makes the address of the article of a number"""
        first, second = self.random.sample(LANGUAGES, 2)
        heading = lambda level: f"{'#' * level} {self.phrase(3).capitalize()}"
        return "\n\n".join([
            self.paragraph(5, link),
            heading(2),
            self.paragraph(4),
            self.bullets("-"),
            self.paragraph(4, link),
            heading(2),
            self.paragraph(3),
            self.code(first),
            heading(3),
            self.paragraph(6),
            self.table(),
            heading(2),
            self.paragraph(4, link),
            self.bullets("1."),
            f"> {self.paragraph(2)}",
            heading(2),
            self.paragraph(4) + " More on [waders](https://example.com/waders).",
            self.code(second),
            self.paragraph(4),
        ]) + "\n"


def path_of(number):
    return f"{CATEGORIES[number % len(CATEGORIES)]}/article-{number:06}.md"


def with_lines(article):
    """As Pelican and Godwit read it: `Key: value`, links to source files."""
    header = "\n".join([
        f"Title: {article.title}",
        f"Date: {article.date:%Y-%m-%d %H:%M}",
        f"Slug: {article.name}",
        f"Category: {article.category}",
        f"Tags: {', '.join(article.tags)}",
        f"Author: {AUTHOR}",
    ])
    return f"{header}\n\n" + article.body(lambda number: "{filename}/" + path_of(number))


def for_hugo(article):
    """As Hugo reads it. Its links are plain addresses, which it does not have to look up."""
    header = "\n".join([
        "---",
        f"title: {json.dumps(article.title)}",
        f"date: {article.date:%Y-%m-%dT%H:%M:00Z}",
        f"slug: {article.name}",
        "type: articles",
        f"categories: [{article.category}]",
        f"tags: [{', '.join(article.tags)}]",
        f"authors: [{json.dumps(AUTHOR)}]",
        f"url: /{article.name}.html",
        "---",
    ])
    return f"{header}\n\n" + article.body(lambda number: f"/blog/article-{number:06}.html")
