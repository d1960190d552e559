"""What a follower of the history does once, however often and however late it reads it again."""

from uuid import UUID

from application.network import Network


def was_done(network: Network, stream_id: UUID, command_id: UUID) -> bool:
    """Whether a stream holds what this command recorded; answers are kept for some days only."""
    return any(event.command_id == command_id for event in network.log.stream(stream_id))
