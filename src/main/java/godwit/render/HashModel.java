package godwit.render;

import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import org.jspecify.annotations.Nullable;

/// A value with named properties, as templates see it. What [#get] does not name does not exist.
abstract class HashModel implements TemplateHashModel {
  /// @return null for what does not exist; the template's `??` and `!` ask for that
  @Override
  public abstract @Nullable TemplateModel get(String key);

  @Override
  public boolean isEmpty() {
    return false;
  }

  static TemplateModel text(String text) {
    return new SimpleScalar(text);
  }

  static @Nullable TemplateModel textOrNone(@Nullable String text) {
    return text == null || text.isEmpty() ? null : new SimpleScalar(text);
  }

  static TemplateModel number(int number) {
    return new SimpleNumber(number);
  }

  static TemplateModel flag(boolean value) {
    return value ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
  }
}
