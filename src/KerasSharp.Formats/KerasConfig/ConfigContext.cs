namespace KerasSharp.Formats.KerasConfig;

/// <summary>What a conversion carries along: the options, the generation, and where in the config it is.</summary>
internal sealed record ConfigContext(ConfigOptions Options, KerasGeneration Generation, string Place = "")
{
    /// <summary>Whether the user provides the class.</summary>
    public bool IsCustom(string name) => Options.CustomNames.Contains(name);

    /// <summary>The same one step further inside.</summary>
    public ConfigContext At(string place) => this with { Place = Place.Length == 0 ? place : $"{Place}, {place}" };

    /// <summary>The error of the place.</summary>
    public FileFormatException Error(string problem) => new(Options.File, Place, problem);
}
