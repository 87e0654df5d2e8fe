namespace KerasSharp.Engines.TensorFlow.Loading;

/// <summary>Versions of TensorFlow by major and minor number.</summary>
/// <param name="Oldest">The first version that will do.</param>
/// <param name="Newest">The last version that will do.</param>
internal sealed record VersionRange(Version Oldest, Version Newest)
{
    /// <summary>Whether a version such as 2.16.1 or 2.17.0-rc1 is one of them.</summary>
    public bool Contains(string version)
    {
        var parts = version.Split('.');
        if (parts.Length < 2 || !int.TryParse(parts[0], out int major) || !int.TryParse(parts[1], out int minor))
            return false;
        var number = new Version(major, minor);
        return number >= Oldest && number <= Newest;
    }

    /// <inheritdoc/>
    public override string ToString() => $"from {Oldest} to {Newest}";
}
