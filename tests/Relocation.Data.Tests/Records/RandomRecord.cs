using System.Collections;
using System.Reflection;

namespace Relocation.Data.Tests.Records;

/// <summary>Makes records in which every field differs from its default, by reflection: a field added later is filled too, and a store that
/// forgets it fails its round trip.</summary>
internal sealed class RandomRecord(int seed)
{
    private const string Letters = "abcXYZ äß 北京气象局 \"'\\<>&;%$@= 🛰 _-/";

    private readonly Random random = new(seed);

    public T Of<T>()
        where T : notnull => (T)Of(typeof(T));

    public object Of(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return Simple(inner) ?? Collection(inner) ?? Composite(inner);
    }

    public string Text()
    {
        var runes = Letters.EnumerateRunes().ToArray();
        return string.Concat(Enumerable.Range(0, random.Next(3, 20)).Select(_ => runes[random.Next(runes.Length)].ToString()));
    }

    private object? Simple(Type type)
    {
        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue(random.Next(1, values.Length));
        }

        return type switch
        {
            _ when type == typeof(string) => Text(),
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => random.Next(1, int.MaxValue),
            _ when type == typeof(long) => random.NextInt64(1, long.MaxValue),
            _ when type == typeof(double) => (random.NextDouble() * 1e9) + 0.1,
            _ when type == typeof(Guid) => NewGuid(),
            _ when type == typeof(TimeSpan) => new TimeSpan(random.NextInt64(1, TimeSpan.TicksPerDay)),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMicroseconds(random.NextInt64(1, 30_000_000_000_000)),
            _ => null,
        };
    }

    private Guid NewGuid()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private object? Collection(Type type)
    {
        if (!type.IsGenericType)
        {
            return null;
        }

        var arguments = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments))!;
            list.Add(Of(arguments[0]));
            list.Add(Of(arguments[0]));
            return list;
        }

        if (type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
            map[Of(arguments[0])] = Of(arguments[1]);
            map[Of(arguments[0])] = Of(arguments[1]);
            return map;
        }

        return null;
    }

    private object Composite(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var record = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null))
        {
            property.SetValue(record, Of(property.PropertyType));
        }

        return record;
    }
}
