import { Component, type ComponentChildren } from 'preact';

/** Keeps what goes wrong while drawing away from the host page: shows something calm instead. */
export class Boundary extends Component<
  { children: ComponentChildren; instead: string },
  { failed: boolean }
> {
  override state = { failed: false };
  override componentDidCatch(): void {
    this.setState({ failed: true });
  }
  override render() {
    return this.state.failed ? <p class="notice bad">{this.props.instead}</p> : this.props.children;
  }
}
