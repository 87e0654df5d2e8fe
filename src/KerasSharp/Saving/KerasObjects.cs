using System.Collections.Concurrent;
using KerasSharp.Layers;

namespace KerasSharp.Saving;

/// <summary>
/// Which class stands behind a name in Keras's files and behind a string argument such as <c>"glorot_uniform"</c>. Every kind (layers,
/// losses, initializers, …) has names of its own. Classes of one's own are added with <see cref="Register{T}"/>.
/// </summary>
public static class KerasObjects
{
    private static readonly ConcurrentDictionary<(Type Kind, string Name), Func<Config, object>> Factories = new();
    private static readonly ConcurrentDictionary<string, bool> UserNames = new();
    private static readonly Lazy<bool> BuiltIn = new(() =>
    {
        isBuiltIn = true;
        foreach (var register in KerasObjectFamilies.All)
            register();
        isBuiltIn = false;
        return true;
    });

    [ThreadStatic]
    private static bool isBuiltIn;

    /// <summary>Makes a class known.</summary>
    /// <typeparam name="T">The kind: <c>Layer</c>, <c>Loss</c>, <c>Initializer</c>, …</typeparam>
    /// <param name="className">Keras's class name, such as <c>Dense</c>, or the registered name of a class of one's own.</param>
    /// <param name="create">
    /// Makes the object from its config, which may lack any entry that has a default. Of a layer it need not read what every layer has: name, trainable, dtype.
    /// </param>
    /// <param name="aliases">Other names, such as <c>glorot_uniform</c>.</param>
    public static void Register<T>(string className, Func<Config, T> create, params ReadOnlySpan<string> aliases)
        where T : class
    {
        Func<Config, object> factory = create is Func<Config, Layer> layer && !isBuiltIn ? Restoring(layer) : create;
        Add(typeof(T), className, factory);
        foreach (var alias in aliases)
            Add(typeof(T), alias, factory);
    }

    /// <summary>What makes a layer of the user's own, with the name, type and the like that its config has.</summary>
    internal static Func<Config, Layer> Restoring(Func<Config, Layer> create) => config => Layer.Restore(create, config);

    /// <summary>The names of classes that are not Keras's but the user's: registered, or given for the loading that goes on.</summary>
    internal static IEnumerable<string> CustomNames() => UserNames.Keys.Concat(CustomObjects.Current?.Names ?? []);

    /// <summary>The names known for a kind, sorted.</summary>
    public static IReadOnlyList<string> Names<T>()
        where T : class
    {
        _ = BuiltIn.Value;
        var names = Factories.Keys.Where(key => key.Kind == typeof(T)).Select(key => key.Name);
        return [.. names.Concat(CustomObjects.Current?.NamesOf(typeof(T)) ?? []).Distinct().Order(StringComparer.Ordinal)];
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
        var name = json["registered_name"] is string registered && Find(typeof(T), registered) is not null ? registered : className;
        return Create<T>(name, json["config"] as Config ?? []);
    }

    private static T Create<T>(string name, Config config)
        where T : class
    {
        _ = BuiltIn.Value;
        if (Find(typeof(T), name) is not { } create)
            throw new ArgumentException(
                $"'{name}' is no {typeof(T).Name} that is known here.{NearNames.Hint(name, Names<T>())} Use one of: {string.Join(", ", Names<T>())}; or add it with KerasObjects.Register<{typeof(T).Name}>."
            );
        return (T)create(config);
    }

    private static Func<Config, object>? Find(Type kind, string name) =>
        CustomObjects.Current?.Find(kind, name) ?? Factories.GetValueOrDefault((kind, name));

    /// <summary>A user's class takes the place of a built-in one of the same name, whichever came first.</summary>
    private static void Add(Type kind, string name, Func<Config, object> create)
    {
        if (isBuiltIn)
        {
            Factories.TryAdd((kind, name), create);
            return;
        }
        Factories[(kind, name)] = create;
        UserNames.TryAdd(name, true);
    }
}
