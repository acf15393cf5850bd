#!/usr/bin/env python
# -*- coding: utf-8 -*- #
from __future__ import unicode_literals

import datetime
import os

AUTHOR = u'Ann Author'
SITENAME = u'Tide Tables'
SITESUBTITLE = 'Notes from the ' \
    'Wadden Sea'
SITEURL = ''

BASE = os.path.dirname(os.path.abspath(__file__))
PATH = os.path.join(BASE, 'content')
OUTPUT_PATH = os.path.join(BASE, 'output')
TIMEZONE = 'Europe/Amsterdam'
DEFAULT_LANG = u'nl_NL'
LOCALE = ('nl_NL.UTF-8', 'usa')

THEME = 'themes/shore'
CURRENT_YEAR = datetime.date.today().year

# Feed generation is usually not desired when developing
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None

LINKS = (('Tides', 'https://tides.example/'),
         ('Birds "and" more', 'https://birds.example/?a=b'),)
SOCIAL = (
    ('mail', 'mailto:ann@example.org', 'fa-envelope'),
)
MENUITEMS = [('Archive', '/archives.html')]

DEFAULT_PAGINATION = 10
PAGINATION_PATTERNS = (
    (1, '{base_name}/', '{base_name}/index.html'),
    (2, '{base_name}/page/{number}/', '{base_name}/page/{number}/index.html'),
)

ARTICLE_PATHS = ['posts']
STATIC_PATHS = ['images', 'extra/robots.txt', os.path.join('extra', 'CNAME')]
EXTRA_PATH_METADATA = {
    os.path.join('extra', 'CNAME'): {'path': 'CNAME'},
    'extra/robots.txt': {'path': 'robots.txt'},
}
ARTICLE_URL = '{date:%Y}/{date:%m}/{slug}/'
ARTICLE_SAVE_AS = ARTICLE_URL + 'index.html'
PAGE_URL = PAGE_SAVE_AS = '{slug}.html'
TAGS_SAVE_AS = ''
FILENAME_METADATA = r'(?P<date>\d{4}-\d{2}-\d{2})-(?P<slug>[^.]*)'

PLUGIN_PATHS = ['plugins']
PLUGINS = ['sitemap', 'neighbors', 'pelican.plugins.related_posts', 'my_own']
SITEMAP = {
    'format': 'xml',
    'priorities': {'articles': 0.5, 'indexes': 0.5, 'pages': 0.5},
}

MARKDOWN = {
    'extension_configs': {
        'markdown.extensions.codehilite': {'css_class': 'highlight'},
        'markdown.extensions.extra': {},
        'markdown.extensions.meta': {},
        'markdown.extensions.admonition': {},
    },
    'output_format': 'html5',
}

TEMPLATE_PAGES = {'pages/map.html': 'map.html'}
DIRECT_TEMPLATES = ['index', 'categories', 'archives', 'search']
DELETE_OUTPUT_DIRECTORY = True
COPYRIGHT = f'2019-{CURRENT_YEAR}'

# Uncomment following line if you want document-relative URLs when developing
RELATIVE_URLS = True
