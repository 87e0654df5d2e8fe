using System.Collections.Concurrent;

namespace KerasSharp.Saving;

/// <summary>
/// Which class stands behind a name in Keras's files and behind a string argument such as <c>"glorot_uniform"</c>. Every kind (layers,
/// losses, initializers, …) has names of its own. Classes of one's own are added with <see cref="Register{T}"/>.
/// </summary>
public static class KerasObjects
{
    private static readonly ConcurrentDictionary<(Type Kind, string Name), Func<Config, object>> Factories = new();
    private static readonly Lazy<bool> BuiltIn = new(() =>
    {
        foreach (var register in KerasObjectFamilies.All)
            register();
        return true;
    });

    /// <summary>Makes a class known.</summary>
    /// <typeparam name="T">The kind: <c>Layer</c>, <c>Loss</c>, <c>Initializer</c>, …</typeparam>
    /// <param name="className">Keras's class name, such as <c>Dense</c>, or the registered name of a class of one's own.</param>
    /// <param name="create">Makes the object from its config, which may lack any entry that has a default.</param>
    /// <param name="aliases">Other names, such as <c>glorot_uniform</c>.</param>
    public static void Register<T>(string className, Func<Config, T> create, params ReadOnlySpan<string> aliases)
        where T : class
    {
        Factories[(typeof(T), className)] = create;
        foreach (var alias in aliases)
            Factories[(typeof(T), alias)] = create;
    }

    /// <summary>The names known for a kind, sorted.</summary>
    public static IReadOnlyList<string> Names<T>()
        where T : class
    {
        _ = BuiltIn.Value;
        return [.. Factories.Keys.Where(key => key.Kind == typeof(T)).Select(key => key.Name).Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The object of a config (<c>{"class_name": …, "config": …}</c>, as Keras 3 or Keras 2 write it), of a name, or the object itself.
    /// </summary>
    /// <returns>The object; null for null.</returns>
    /// <exception cref="ArgumentException">The name is not known; the message lists those that are.</exception>
    /// <exception cref="FormatException">The config has no class name.</exception>
    public static T? Deserialize<T>(object? json)
        where T : class =>
        json switch
        {
            null => null,
            T already => already,
            string name => Create<T>(name, []),
            Config { } config => FromConfig<T>(config),
            _ => throw new FormatException($"Expected the config or the name of a {typeof(T).Name}; got {ConfigJson.Write(json)}."),
        };

    /// <summary>The config of an object: module, class name, config, registered name.</summary>
    public static Config Serialize(IKerasObject value) =>
        new()
        {
            ["module"] = value.Module,
            ["class_name"] = value.ClassName,
            ["config"] = value.GetConfig(),
            ["registered_name"] = value.RegisteredName,
        };

    private static T FromConfig<T>(Config json)
        where T : class
    {
        if (json["class_name"] is not string className)
            throw new FormatException($"The config of a {typeof(T).Name} needs a \"class_name\"; got {json}.");
        if (className == "function" && json["config"] is string function)
            return Create<T>(function, []);
        _ = BuiltIn.Value;
        var name = json["registered_name"] is string registered && Factories.ContainsKey((typeof(T), registered)) ? registered : className;
        return Create<T>(name, json["config"] as Config ?? []);
    }

    private static T Create<T>(string name, Config config)
        where T : class
    {
        _ = BuiltIn.Value;
        if (!Factories.TryGetValue((typeof(T), name), out var create))
            throw new ArgumentException(
                $"'{name}' is no {typeof(T).Name} that is known here.{NearNames.Hint(name, Names<T>())} Use one of: {string.Join(", ", Names<T>())}; or add it with KerasObjects.Register<{typeof(T).Name}>."
            );
        return (T)create(config);
    }
}
