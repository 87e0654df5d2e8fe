namespace KerasSharp.Engines;

/// <summary>The process's engine. Chosen once, at first use: by <see cref="Use"/>, or by <c>KERAS_BACKEND</c>.</summary>
public static class Engine
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, Func<IEngine>> Factories = new(StringComparer.OrdinalIgnoreCase);
    private static IEngine? current;

    /// <summary>The engine in use.</summary>
    /// <exception cref="InvalidOperationException">No engine is registered, or the one asked for is unknown.</exception>
    public static IEngine Current => Volatile.Read(ref current) ?? Choose();

    /// <summary>The devices of the engine in use.</summary>
    public static IReadOnlyList<string> Devices => Current.Devices;

    /// <summary>One line: engine, library, version, device.</summary>
    public static string Describe() => Current.Describe();

    /// <summary>Chooses the engine by name, before anything has run.</summary>
    /// <exception cref="InvalidOperationException">Another engine is in use already.</exception>
    public static void Use(string name)
    {
        lock (Gate)
        {
            if (current is not null && !current.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                throw new InvalidOperationException(
                    $"The {current.Name} engine is in use, and a process has one. Call Engine.Use(\"{name}\") before anything runs."
                );
            current ??= Create(name);
        }
    }

    /// <summary>Makes an engine known under a name. The first one registered is the default.</summary>
    internal static void Register(string name, Func<IEngine> factory)
    {
        lock (Gate)
            Factories.TryAdd(name, factory);
    }

    private static IEngine Choose()
    {
        lock (Gate)
        {
            if (current is null)
            {
                var asked = Environment.GetEnvironmentVariable("KERAS_BACKEND");
                Volatile.Write(ref current, Create(string.IsNullOrEmpty(asked) ? Factories.Keys.FirstOrDefault() ?? "torch" : asked));
            }
            return current!;
        }
    }

    private static IEngine Create(string name) =>
        Factories.TryGetValue(name, out var factory)
            ? factory()
            : throw new InvalidOperationException(
                $"There is no engine '{name}'. Known here: {string.Join(", ", Factories.Keys)}. Set KERAS_BACKEND or call Engine.Use."
            );
}
