"""What templates may ask of a page that a shell is rendered from, and what is noticed of it."""

from __future__ import annotations

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from digest.plugin.marking import Asked, field_of, marked_page, use_true_addresses
from digest.press import Content, Shell

CONTENT = Content('<h1 id="a">A</h1>', ({"level": 1, "id": "a", "name": "A", "children": []},))
FIELDS = ("title", "description", "canonical", "content<h1", "name 0", "id 0", "switch")

PUT_IN_PLACE = [
    "{{ page.title }} {{ page.meta.title | e }} {{ page.title | striptags }}",
    "{{ page.meta.lang }} {{ page.meta.kind }} {{ page.meta.icon }} {{ 'hide' in page.meta }}",
    "{% if page.meta and page.title and page.meta.description %}{{ page.meta.description ~ '.' }}{% endif %}",
    "{% if '<h1' in page.content %}{{ page.content | safe }}{% endif %}",
    "{{ 'ar/b/' | url }} {{ page.canonical_url }} {{ page.edit_url }} {{ switch }}",
    "{% for item in page.toc %}{{ item.title }} {{ item.url }}{% endfor %}",
]
ASKED = [
    "{{ page.title | upper }}",
    "{{ page.title | length }}",
    "{{ page.title | truncate(3) }}",
    "{{ page.title | tojson }}",
    "{{ page.title | urlencode }}",
    "{{ page.title | forceescape | replace('i', 'x') }}",
    "{% if page.title == 'A' %}x{% endif %}",
    "{% if 'A' in page.title %}x{% endif %}",
    "{{ page.title[:3] }}",
    "{{ page.meta.date }}",
    "{{ page.meta['article'].id }}",
    "{{ page.meta.get('date') }}",
    "{% if 'article' in page.meta %}x{% endif %}",
    "{% for key, value in page.meta.items() %}{{ key }}{% endfor %}",
    "{{ page.meta | length }}",
    "{{ page.meta | tojson }}",
    "{{ page.url }}",
    "{{ page.abs_url }}",
    "{{ page.file.src_uri }}",
    "{{ page.content | length }}",
    "{{ page.canonical_url | urlencode }}",
    "{{ switch | length }}",
]


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> MkDocsConfig:
    """A site of MkDocs' own theme."""
    root = tmp_path_factory.mktemp("marking")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text("site_name: A\nsite_url: https://example.org/\nplugins: []\n", "utf-8")
    return load_config(config_file=str(root / "mkdocs.yml"))


def taken(template: str, config: MkDocsConfig) -> bool:
    """Whether a shell can be made of a template."""
    page = Page("A", File("ar/a.md", config.docs_dir, config.site_dir, use_directory_urls=True), config)
    page.meta = {
        "title": "A",
        "description": "B",
        "lang": "ar",
        "kind": "article",
        "date": "2024-05-06",
        "article": {"id": "a"},
    }
    env, asked = config.theme.get_env(), Asked()
    use_true_addresses(env)
    marked = marked_page(page, CONTENT, asked)
    context = {"page": marked, "base_url": "../..", "switch": field_of("switch", asked)}
    return Shell(env.from_string(template).render(context)).takes(FIELDS) and not asked.more


@pytest.mark.parametrize("template", PUT_IN_PLACE)
def test_what_is_put_in_its_place_needs_no_more(template: str, config: MkDocsConfig) -> None:
    assert taken(template, config)


@pytest.mark.parametrize("template", ASKED)
def test_what_is_asked_beside_is_noticed(template: str, config: MkDocsConfig) -> None:
    assert not taken(template, config)
