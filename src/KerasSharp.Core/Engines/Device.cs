namespace KerasSharp.Engines;

/// <summary>Where graphs run: names such as <c>CPU:0</c> and <c>GPU:0</c>, of which <see cref="Engine.Devices"/> lists those there are.</summary>
public static class Device
{
    private static readonly AsyncLocal<string?> Chosen = new();

    /// <summary>The device chosen by the scope around the caller; null leaves the choice to the engine.</summary>
    public static string? Current => Chosen.Value;

    /// <summary>Lets what is compiled inside run on a device, and variables first used inside live there: <c>using (Device.Scope("GPU:0")) …</c></summary>
    /// <param name="name">One of <see cref="Engine.Devices"/>; upper or lower case, with or without a leading slash.</param>
    /// <returns>Ends the scope when disposed.</returns>
    /// <exception cref="ArgumentException">The engine has no such device.</exception>
    public static IDisposable Scope(string name)
    {
        var wanted = name.TrimStart('/').ToUpperInvariant();
        if (!Engine.Devices.Contains(wanted))
            throw new ArgumentException(
                $"There is no device '{name}' in this process ({Engine.Describe()}). Devices: {string.Join(", ", Engine.Devices)}."
            );
        var before = Chosen.Value;
        Chosen.Value = wanted;
        return new Restore(before);
    }

    private sealed class Restore(string? before) : IDisposable
    {
        public void Dispose() => Chosen.Value = before;
    }
}
