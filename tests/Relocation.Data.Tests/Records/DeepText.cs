using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Relocation.Data.Tests.Records;

/// <summary>All of a value as text, one line per leaf: two values are equal in depth when their texts are. Nothing of the product's own
/// serialisation is used.</summary>
internal static class DeepText
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, "", value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string path, object? value)
    {
        switch (value)
        {
            case null or string or bool or Enum or Guid or Uri:
                text.Append(path).Append(" = ").Append(value ?? "null").Append('\n');
                break;
            case DateTimeOffset instant:
                text.Append(path).Append(" = ").Append(instant.UtcTicks).Append('\n');
                break;
            case IFormattable number when value.GetType().IsPrimitive || value is TimeSpan:
                text.Append(path).Append(" = ").Append(number.ToString(null, CultureInfo.InvariantCulture)).Append('\n');
                break;
            case IDictionary map:
                foreach (var (key, item) in map.Keys.Cast<object>().Select(key => (Of(key), map[key])).OrderBy(entry => entry.Item1, StringComparer.Ordinal))
                {
                    Append(text, $"{path}[{key}]", item);
                }

                break;
            case IEnumerable list:
                var index = 0;
                foreach (var item in list)
                {
                    Append(text, $"{path}[{index++}]", item);
                }

                break;
            default:
                foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null))
                {
                    Append(text, $"{path}.{property.Name}", property.GetValue(value));
                }

                break;
        }
    }
}
