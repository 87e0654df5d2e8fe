using System.Reflection;
using System.Runtime.CompilerServices;

namespace KerasSharp.Engines;

/// <summary>The process's engine. Chosen once, at first use: by <see cref="Use(string)"/>, or by <c>KERAS_BACKEND</c>.</summary>
public static class Engine
{
    private static readonly Lock Gate = new();
    private static readonly List<(string Name, Func<IEngine> Create, Func<bool> IsInstalled)> Known = [];
    private static IEngine? current;
    private static string? passedOver;

    /// <summary>The engine in use.</summary>
    /// <exception cref="InvalidOperationException">No engine is registered, or the one asked for is unknown.</exception>
    public static IEngine Current => Volatile.Read(ref current) ?? Choose();

    /// <summary>The devices of the engine in use.</summary>
    public static IReadOnlyList<string> Devices => Current.Devices;

    /// <summary>One line: engine, library, version, device. Further lines say why an engine that is installed was passed over.</summary>
    public static string Describe() => Current.Describe() + (passedOver is null ? "" : $"\nPassed over: {passedOver}");

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
            LoadEngines();
            current ??= Create(name);
        }
    }

    /// <summary>Chooses an engine made with options of its own, before anything has run.</summary>
    /// <exception cref="InvalidOperationException">An engine is in use already.</exception>
    public static void Use(IEngine engine)
    {
        lock (Gate)
        {
            if (current is not null && current != engine)
                throw new InvalidOperationException(
                    $"The {current.Name} engine is in use, and a process has one. Call Engine.Use before anything runs."
                );
            Volatile.Write(ref current, engine);
        }
    }

    /// <summary>Makes an engine known under a name. Where none is asked for, the first one that is installed runs.</summary>
    /// <param name="name">The name.</param>
    /// <param name="create">Makes the engine.</param>
    /// <param name="isInstalled">Whether its library is there; always, where null.</param>
    internal static void Register(string name, Func<IEngine> create, Func<bool>? isInstalled = null)
    {
        lock (Gate)
            Known.Add((name, create, isInstalled ?? (() => true)));
    }

    private static IEngine Choose()
    {
        lock (Gate)
        {
            if (current is null)
            {
                LoadEngines();
                var asked = Environment.GetEnvironmentVariable("KERAS_BACKEND");
                var chosen = string.IsNullOrEmpty(asked) ? CreateFirst() : Create(asked);
                Volatile.Write(ref current, chosen);
            }
            return current!;
        }
    }

    /// <summary>
    /// The library KerasSharp makes the engines known as it loads. A program that uses graphs only, and nothing of it, has not loaded it yet.
    /// </summary>
    private static void LoadEngines()
    {
        if (Known.Count > 0)
            return;
        try
        {
            RuntimeHelpers.RunModuleConstructor(Assembly.Load("KerasSharp").ManifestModule.ModuleHandle);
        }
        catch (FileNotFoundException)
        {
            // A program may bring engines of its own instead; that there is none is said by what looks for one.
        }
    }

    /// <summary>The first engine whose library is there and loads.</summary>
    private static IEngine CreateFirst()
    {
        EngineLibraryException? reason = null;
        foreach (var engine in Known.Where(engine => engine.IsInstalled()))
            try
            {
                var created = engine.Create();
                passedOver = reason?.Message;
                return created;
            }
            catch (EngineLibraryException e)
            {
                reason = e;
            }
        throw new InvalidOperationException(
            "No engine can run in this process. " + (reason?.Message ?? "Reference the package KerasSharp, which brings one.")
        );
    }

    private static IEngine Create(string name)
    {
        var found = Known.Find(engine => engine.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return found.Create?.Invoke()
            ?? throw new InvalidOperationException(
                $"There is no engine '{name}'. Known here: {string.Join(", ", Known.Select(engine => engine.Name))}. Set KERAS_BACKEND or call Engine.Use."
            );
    }
}
