package org.lectern.gateway.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One record, one line: time (UTC, milliseconds), level, logger, message, and a stack trace folded into the line. Control
 * characters, line separators among them, are written as escapes, so nobody can forge a record (Security note A.9).
 */
public final class OneLine extends Formatter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST = 16_000;

    @Override
    public String format(LogRecord record) {
        StringBuilder line = new StringBuilder(200);
        TIME.formatTo(record.getInstant(), line);
        line.append(' ')
                .append(record.getLevel().getName())
                .append(' ')
                .append(record.getLoggerName())
                .append(' ');
        append(line, String.valueOf(formatMessage(record)));
        if (record.getThrown() != null) {
            StringWriter trace = new StringWriter();
            record.getThrown().printStackTrace(new PrintWriter(trace));
            append(line.append(" | "), trace.toString());
        }
        return line.append('\n').toString();
    }

    private static void append(StringBuilder line, String text) {
        int end = Math.min(text.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append(" | ");
                case '\t' -> line.append(' ');
                default -> {
                    if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                        line.append(String.format("\\u%04x", (int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
        if (end < text.length()) {
            line.append(" …");
        }
    }
}
