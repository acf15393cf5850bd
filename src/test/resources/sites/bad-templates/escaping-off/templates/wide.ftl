${page.title}
