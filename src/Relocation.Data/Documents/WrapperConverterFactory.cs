using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relocation.Data.Documents;

/// <summary>Writes the one-value structs of Core (ids, sizes, rates) as that value: `VmId` as a text, `ByteSize` as a number. They are those
/// `readonly record struct`s whose only constructor takes one text, number or Guid.</summary>
public sealed class WrapperConverterFactory : JsonConverterFactory
{
    /// <inheritdoc />
    public override bool CanConvert(Type typeToConvert) => ValueOf(typeToConvert) is not null;

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var value = ValueOf(typeToConvert)!;
        var converter = value.ParameterType == typeof(string) ? typeof(TextWrapperConverter<>).MakeGenericType(typeToConvert)
            : typeof(WrapperConverter<,>).MakeGenericType(typeToConvert, value.ParameterType);
        return (JsonConverter)Activator.CreateInstance(converter, Getter(typeToConvert, value), Maker(typeToConvert, value))!;
    }

    private static ParameterInfo? ValueOf(Type type)
    {
        if (!type.IsValueType || type.Namespace?.StartsWith("Relocation.", StringComparison.Ordinal) != true || type.IsEnum)
        {
            return null;
        }

        return type.GetConstructors() is [var constructor] && constructor.GetParameters() is [var value]
            && (value.ParameterType == typeof(string) || value.ParameterType == typeof(Guid) || value.ParameterType == typeof(long) || value.ParameterType == typeof(double))
            ? value : null;
    }

    private static Delegate Getter(Type type, ParameterInfo value)
    {
        var wrapped = Expression.Parameter(type);
        return Expression.Lambda(typeof(Func<,>).MakeGenericType(type, value.ParameterType), Expression.Property(wrapped, value.Name!), wrapped).Compile();
    }

    private static Delegate Maker(Type type, ParameterInfo value)
    {
        var inner = Expression.Parameter(value.ParameterType);
        return Expression.Lambda(typeof(Func<,>).MakeGenericType(value.ParameterType, type), Expression.New(type.GetConstructors()[0], inner), inner).Compile();
    }
}
