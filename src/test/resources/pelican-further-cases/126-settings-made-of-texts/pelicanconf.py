import os

BASE_DIR = '/blog/'.strip('/')
SITENAME = '%s number %d' % ('Case', 126)
SITEURL = 'https://Example.org/'.rstrip('/').lower()
TIMEZONE = os.environ.get('NO_SUCH_VARIABLE', 'UTC')
DEFAULT_LANG = os.getenv('NO_SUCH_VARIABLE', 'en')
ARTICLE_URL = '%s/{slug}.html' % BASE_DIR
ARTICLE_SAVE_AS = ARTICLE_URL
TAG_URL = f'{BASE_DIR}/tag/{{slug}}.html'
TAG_SAVE_AS = TAG_URL
CATEGORY_URL = '{}/c/'.format(BASE_DIR) + '{slug}.html'
CATEGORY_SAVE_AS = CATEGORY_URL
PAGE_URL = '/'.join([BASE_DIR, 'p', '{slug}.html'])
PAGE_SAVE_AS = PAGE_URL.replace('.html', '/index.html')
AUTHOR_URL = '{base}/{0}/{{slug}}'.format('a', base=BASE_DIR) + '.html'
AUTHOR_SAVE_AS = AUTHOR_URL
DEFAULT_METADATA = {'author': 'Ann'}
