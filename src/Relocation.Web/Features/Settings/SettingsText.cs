namespace Relocation.Web.Features.Settings;

/// <summary>Names the resources with the texts of the settings pages.</summary>
public sealed class SettingsText;
