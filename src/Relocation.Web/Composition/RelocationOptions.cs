namespace Relocation.Web.Composition;

/// <summary>Settings read from the section `Relocation` (environment: `Relocation__DataDirectory` and so on).</summary>
public sealed class RelocationOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Relocation";

    /// <summary>Addresses to listen on, separated by semicolons. On loopback unless told otherwise: put a TLS-terminating proxy in front before others may reach it.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Where the database and the keys lie; relative to the current directory.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Which database.</summary>
    public DatabaseOptions Database { get; set; } = new();

    /// <summary>The demonstration.</summary>
    public DemonstrationOptions Demonstration { get; set; } = new();
}
