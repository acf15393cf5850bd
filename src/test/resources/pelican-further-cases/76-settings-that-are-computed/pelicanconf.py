SITENAME = 'Case'
SITEURL = 'https://example.org'
TIMEZONE = 'UTC'
DEFAULT_LANG = 'en'
import os
from datetime import datetime
AUTHOR = 'Me'
YEAR = 2024
ARTICLE_URL = 'posts/' + '{slug}/'
ARTICLE_SAVE_AS = ARTICLE_URL + 'index.html'
STATIC_PATHS = ['images', os.path.join('extra', 'f.txt')]
EXTRA_PATH_METADATA = {os.path.join('extra', 'f.txt'): {'path': 'f.txt'},}
DEFAULT_PAGINATION = 5 if True else 3
PAGE_PATHS = ['pages'] + ['more']
