using KerasSharp.Engines.TensorFlow.Tests.Running;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Tests;

/// <summary>Devices by name.</summary>
public sealed class DeviceTests
{
    [Test]
    public void TheCpuIsListed() => Assert.That(TheEngine.Current.Devices, Does.Contain("CPU:0"));

    [TestCase("CPU:0")]
    [TestCase("cpu:0")]
    [TestCase("/CPU:0")]
    public void ADeviceIsChosenByName(string name)
    {
        using var scope = Device.Scope(name);
        Assert.That(Device.Current, Is.EqualTo("CPU:0"));
    }

    [Test]
    public void FunctionsAndVariablesOfAScopeRun()
    {
        var engine = TheEngine.Current;
        using var scope = Device.Scope("CPU:0");
        var variable = Arrays.Variable(Shape.Of(2), 3);
        var input = Op.Placeholder(DType.Float32, Shape.Of(2));
        using var function = engine.Compile([input], [input * variable.Read()], [(variable, input)]);
        Assert.That(Arrays.Elements(function.Run([Arrays.Filled(Shape.Of(2), 4)])[0]), Is.All.EqualTo(12f));
        Assert.That(Arrays.Elements(engine.GetValue(variable)), Is.All.EqualTo(4f));
    }

    [TestCase("GPU:99")]
    [TestCase("TPU:0")]
    [TestCase("CPU")]
    [TestCase("")]
    public void AnUnknownDeviceIsRefusedAndThoseThatThereAreAreListed(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => Device.Scope(name))!;
        Assert.That(error.Message, Does.Contain($"'{name}'").And.Contain("Devices: CPU:0"));
        Assert.That(Device.Current, Is.Null);
    }

    [Test]
    public void ScopesNestAndEnd()
    {
        Assert.That(Device.Current, Is.Null);
        using (Device.Scope("CPU:0"))
        {
            using (Device.Scope("CPU:0"))
                Assert.That(Device.Current, Is.EqualTo("CPU:0"));
            Assert.That(Device.Current, Is.EqualTo("CPU:0"));
        }
        Assert.That(Device.Current, Is.Null);
    }

    [Test]
    public async Task AScopeFollowsItsTaskAndNoOther()
    {
        Task<string?> outside = Task.Run(async () =>
        {
            await Task.Delay(10);
            return Device.Current;
        });
        using (Device.Scope("CPU:0"))
            Assert.That(await Task.Run(() => Device.Current), Is.EqualTo("CPU:0"));
        Assert.That(await outside, Is.Null);
    }
}
