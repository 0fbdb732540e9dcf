using System.Globalization;

namespace Relocation.Simulator.Values;

/// <summary>Doubles as xapi prints them: C's %.16g.</summary>
public static class FloatText
{
    /// <summary>Up to 16 significant digits, no needless zeros, an exponent of two digits or more below 1e-4 and from 1e16.</summary>
    public static string Of(double number)
    {
        if (double.IsNaN(number))
        {
            return "nan";
        }
        if (double.IsInfinity(number))
        {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0)
        {
            return double.IsNegative(number) ? "-0" : "0";
        }
        var scientific = number.ToString("E15", CultureInfo.InvariantCulture);
        var mark = scientific.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(scientific[(mark + 1)..], CultureInfo.InvariantCulture);
        var digits = scientific[..mark].TrimStart('-').Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        var sign = number < 0 ? "-" : "";
        return sign + (exponent is < -4 or >= 16 ? Scientific(digits, exponent) : Plain(digits, exponent));
    }

    private static string Scientific(string digits, int exponent)
    {
        var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
        var power = Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
        return $"{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{power}";
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0)
        {
            return $"0.{new string('0', -exponent - 1)}{digits}";
        }
        var whole = digits.PadRight(exponent + 1, '0');
        return whole.Length == exponent + 1 ? whole : $"{whole[..(exponent + 1)]}.{whole[(exponent + 1)..]}";
    }
}
