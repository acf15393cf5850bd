{"title": "${article.title}"}
