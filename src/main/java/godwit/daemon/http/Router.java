package godwit.daemon.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Finds the route of a request, refuses what no route wants, and runs the endpoint.
final class Router extends Handler.Abstract {
  private static final String FETCH_METADATA = "sec-fetch-";

  private final List<Route> routes;
  private final Endpoint otherwise;
  private final Limits limits;
  private final EndlessStreams endless;

  /// @param otherwise what answers where no path fits
  Router(List<Route> routes, Endpoint otherwise, Limits limits, EndlessStreams endless) {
    this.routes = List.copyOf(routes);
    this.otherwise = otherwise;
    this.limits = limits;
    this.endless = endless;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ControlConnection connection =
        (ControlConnection) request.getConnectionMetaData().getConnection();
    Exchange exchange = new Exchange(request, response, callback, connection, limits, endless);
    connection.begin(exchange);
    try {
      Optional<String> browser = browserField(request);
      if (browser.isPresent()) {
        exchange.answer(Answer.problem(Problems.fromBrowser(browser.get())));
        return true;
      }
      route(request, exchange);
    } catch (RuntimeException e) {
      exchange.fail(e);
    } finally {
      exchange.leave();
    }
    return true;
  }

  private void route(Request request, Exchange exchange) {
    String method = request.getMethod();
    String path = request.getHttpURI().getPath();
    if (path == null || !path.startsWith("/")) { // of OPTIONS * and CONNECT host:port
      exchange.answer(
          method.equals("OPTIONS")
              ? Answer.empty(204).with("Allow", "GET, HEAD, OPTIONS, POST, DELETE")
              : Answer.problem(Problems.malformed("the target is to be a path")));
      return;
    }
    List<String> segments = PathPattern.split(path).orElse(List.of());
    Map<Route, Map<String, String>> fitting = new LinkedHashMap<>();
    for (Route route : routes) {
      route.path().match(segments).ifPresent(parameters -> fitting.put(route, parameters));
    }
    if (fitting.isEmpty()) {
      read(request, exchange, Route.of(method, "/-", otherwise), Map.of());
      return;
    }
    String wanted = method.equals("HEAD") ? "GET" : method;
    for (Map.Entry<Route, Map<String, String>> candidate : fitting.entrySet()) {
      Route route = candidate.getKey();
      if (route.method().equals(wanted) && (method.equals(wanted) || route.answersHead())) {
        read(request, exchange, candidate.getKey(), candidate.getValue());
        return;
      }
    }
    Set<String> allowed = allowed(fitting.keySet());
    exchange.answer(
        (method.equals("OPTIONS")
                ? Answer.empty(204)
                : Answer.problem(Problems.methodNotAllowed(method, allowed)))
            .with("Allow", String.join(", ", allowed)));
  }

  private void read(
      Request request, Exchange exchange, Route route, Map<String, String> parameters) {
    List<MediaRange> accepted = MediaRange.parse(request.getHeaders().getValuesList("Accept"));
    if (!route.produces().isEmpty() && MediaRange.choose(accepted, route.produces()).isEmpty()) {
      exchange.answer(Answer.problem(Problems.notAcceptable(route.produces())));
      return;
    }
    new BodyReader(
            request,
            exchange,
            limits,
            body -> {
              try {
                call(request, exchange, route, parameters, body);
              } catch (RuntimeException | StackOverflowError e) {
                exchange.fail(e);
              }
            })
        .start();
  }

  private static void call(
      Request request,
      Exchange exchange,
      Route route,
      Map<String, String> parameters,
      byte[] body) {
    String type = request.getHeaders().get("Content-Type");
    if (body.length > 0
        && type != null
        && !route.path().text().equals("/-")
        && !route.consumes().contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
      exchange.answer(
          Answer.problem(Problems.unsupportedMediaType(route.consumes()))
              .with("Accept", String.join(", ", route.consumes())));
      return;
    }
    String query = request.getHttpURI().getQuery();
    exchange.answer(
        route
            .endpoint()
            .handle(
                new Call(
                    request.getMethod().equals("HEAD") ? "GET" : request.getMethod(),
                    String.valueOf(request.getHttpURI().getPath()),
                    parameters,
                    query == null ? Map.of() : Query.parse(query),
                    request.getHeaders()::getValuesList,
                    body,
                    route.produces(),
                    exchange.connection().peer(),
                    exchange::whenGone)));
  }

  private static Set<String> allowed(Set<Route> fitting) {
    Set<String> allowed = new LinkedHashSet<>();
    for (Route route : fitting) {
      allowed.add(route.method());
      if (route.answersHead()) {
        allowed.add("HEAD");
      }
    }
    allowed.add("OPTIONS");
    return allowed;
  }

  /// A field that only a browser sends: a page that somebody looks at is to have no command run.
  private static Optional<String> browserField(Request request) {
    List<String> names = new ArrayList<>();
    for (HttpField field : request.getHeaders()) {
      String name = field.getLowerCaseName();
      if (name.equals("origin") || name.startsWith(FETCH_METADATA)) {
        names.add(field.getName());
      }
    }
    return names.stream().findFirst();
  }
}
