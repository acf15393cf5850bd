package godwit.render;

import freemarker.core.Environment;
import freemarker.core.TemplateElement;
import freemarker.core._CoreAPI;
import org.jspecify.annotations.Nullable;

/// A template at work, so that another thread can see where it is and stop it.
final class RunningTemplate {
  /// A place in a template.
  record Place(String template, int line, int column) {}

  private final Thread thread = Thread.currentThread();
  private final Environment environment;
  private final long startNanos;
  private @Nullable Place stoppedAt;
  private boolean stopped;
  private boolean done;
  private boolean abandoned;
  private final String template;
  private final String page;

  /// @param template the one that the page began with
  /// @param page what is being rendered
  RunningTemplate(Environment environment, long startNanos, String template, String page) {
    this.environment = environment;
    this.startNanos = startNanos;
    this.template = template;
    this.page = page;
  }

  Thread thread() {
    return thread;
  }

  String template() {
    return template;
  }

  String page() {
    return page;
  }

  long startNanos() {
    return startNanos;
  }

  /// Interrupts the template, unless it is done.
  synchronized void stop() {
    if (!done && !stopped) {
      stoppedAt = innermost();
      stopped = true;
      thread.interrupt();
    }
  }

  /// Says that the template is done, and takes back an interruption that came too late.
  ///
  /// @return whether it was stopped before
  synchronized boolean finish() {
    if (stopped && !done) {
      Thread.interrupted();
    }
    done = true;
    return stopped;
  }

  /// Gives up a template that was stopped and runs on: a loop within an expression hears of no
  /// interruption.
  ///
  /// @return false if it is done, or was given up before
  synchronized boolean abandon() {
    boolean now = stopped && !done && !abandoned;
    abandoned |= now;
    return now;
  }

  /// Whether nobody waits for the template any more.
  synchronized boolean isAbandoned() {
    return abandoned;
  }

  /// Where the template was when it was stopped, or null if that is not known.
  synchronized @Nullable Place stoppedAt() {
    return stoppedAt;
  }

  /// What the template is at. It runs on while it is asked, so this may be a step behind.
  @SuppressWarnings("deprecation") // the only way to a position that FreeMarker has
  private @Nullable Place innermost() {
    TemplateElement[] stack = _CoreAPI.getInstructionStackSnapshot(environment);
    if (stack == null || stack.length == 0) {
      return null;
    }
    TemplateElement element = stack[0];
    return new Place(
        element.getTemplate().getSourceName(), element.getBeginLine(), element.getBeginColumn());
  }
}
