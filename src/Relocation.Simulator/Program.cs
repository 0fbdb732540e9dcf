using Relocation.Simulator.Hosting;

return await SimulatorCommand.Create().Parse(args).InvokeAsync().ConfigureAwait(false);
