package godwit.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.Template;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// FreeMarker, set up so that a template can do nothing but make text of what it is given.
final class TemplateEngine {
  private final Configuration configuration;

  TemplateEngine(Theme theme) {
    configuration = new InterruptibleConfiguration();
    configuration.setTemplateLoader(new ThemeLoader(theme));
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setLocalizedLookup(false);
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setNumberFormat("computer");
    configuration.setBooleanFormat("c");
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setObjectWrapper(new ClosedWrapper());
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(false);
    configuration.setFallbackOnNullLoopVariable(false);
  }

  Template template(String name) throws IOException {
    return configuration.getTemplate(name);
  }

  /// Lets threads that run a template be interrupted, also in a loop without output. FreeMarker has
  /// that for its own online tester; it has to be asked for template by template.
  private static final class InterruptibleConfiguration extends Configuration {
    private final Set<Template> prepared = ConcurrentHashMap.newKeySet();

    InterruptibleConfiguration() {
      super(VERSION_2_3_34);
    }

    @Override
    public Template getTemplate(
        String name,
        @Nullable Locale locale,
        @Nullable Object customLookupCondition,
        @Nullable String encoding,
        boolean parseAsFtl,
        boolean ignoreMissing)
        throws IOException {
      Template template =
          super.getTemplate(
              name, locale, customLookupCondition, encoding, parseAsFtl, ignoreMissing);
      if (template != null && !prepared.contains(template)) {
        synchronized (prepared) {
          if (prepared.add(template)) {
            _CoreAPI.addThreadInterruptedChecks(template);
          }
        }
      }
      return template;
    }
  }

  /// Wraps the few plain values that literals and method results are, and nothing else.
  private static final class ClosedWrapper implements ObjectWrapper {
    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
      return switch (value) {
        case null -> null;
        case TemplateModel model -> model;
        case String text -> new SimpleScalar(text);
        case Number number -> new SimpleNumber(number);
        case Boolean flag -> flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        default ->
            throw new TemplateModelException(
                "no template model for a " + value.getClass().getSimpleName());
      };
    }
  }
}
