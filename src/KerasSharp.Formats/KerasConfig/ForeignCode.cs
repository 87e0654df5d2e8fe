using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>Refuses what a file cannot be trusted with: Python bytecode, and classes of modules that are not Keras's.</summary>
internal static class ForeignCode
{
    /// <summary>Looks through a config.</summary>
    /// <exception cref="FileFormatException">There is such code in it, and the user does not provide the class.</exception>
    public static void Refuse(JsonNode? node, ConfigContext context)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                Refuse(item, context);
        if (node is not JsonObject json)
            return;
        if (json.Text("class_name") is { } name)
        {
            context = Enter(json, name, context);
            if (context.IsCustom(name) || (json.Text("registered_name") is { } registered && context.IsCustom(registered)))
                return;
            Check(json, name, context);
        }
        foreach (var (_, value) in json)
            Refuse(value, context);
    }

    private static ConfigContext Enter(JsonObject json, string name, ConfigContext context) =>
        json["config"].Text("name") is { } own ? context with { Place = Place(own, name) } : context;

    /// <summary>How errors name a layer.</summary>
    public static string Place(string name, string className) => $"layer '{name}' ({className})";

    private static void Check(JsonObject json, string name, ConfigContext context)
    {
        if (name == "__lambda__" || (name == "Lambda" && json.Object("config") is { } lambda && IsBytecode(lambda)))
            throw context.Error(
                "the layer's function is Python bytecode, which cannot run here and would not be run if it could: a model file may come from anybody. Write the function as a C# layer, and give it under this layer's class name in customObjects."
            );
        if (name == "Lambda")
            throw context.Error(
                $"a Lambda layer calls the Python function {json["config"]?["function"].Show()}, which the file does not contain. Write it as a C# layer, and give it as 'Lambda' in customObjects."
            );
        if (json.Text("module") is { } module && !ClassNames.IsKeras(module))
            throw context.Error(
                $"the class '{name}' of the module '{module}' is no part of Keras. If it is yours, give it under this name in customObjects or with KerasObjects.Register."
            );
    }

    private static bool IsBytecode(JsonObject lambda) =>
        lambda.Text("function_type") == "lambda"
        || lambda["function"] is JsonArray
        || lambda["function"].Text("class_name") == "__lambda__";
}
