#!/bin/sh
# Draws the two practice clips with ffmpeg alone: a cell that gains its parts, and a cell that divides.
# H.264 baseline, AAC, index in front, 640x360, 64 seconds, well under 1 MB each. The results are committed;
# run this only to change them. Needs ffmpeg with libx264 and drawtext, and the DejaVu fonts.
# And levels/: 24 seconds in three qualities that say in the picture which one it is, as HLS and as DASH over the same files.
set -eu
cd "$(dirname "$0")"
font=$(fc-match -f '%{file}' 'DejaVu Sans:bold')
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# dot COLOUR SIZE X Y [ENABLE]: a disc whose centre follows the expressions X and Y.
dot() {
    printf ",drawtext=fontfile='%s':text='●':fontsize=%s:fontcolor=%s:x='%s-text_w/2':y='%s-text_h/2':enable='%s'" \
        "$font" "$2" "$1" "$3" "$4" "${5:-1}"
}

# chapter TITLE FROM TO: the heading at the top left.
chapter() {
    printf ",drawtext=fontfile='%s':text='%s':fontsize=26:fontcolor=white:x=28:y=24:alpha='min(1,(t-%s)/0.6)':enable='gte(t,%s)*lt(t,%s)'" \
        "$font" "$1" "$2" "$2" "$3"
}

# A second counter at the bottom right, and a line that grows with the time.
clock() {
    printf ",drawtext=fontfile='%s':text='%%{eif\\:floor(t)\\:d\\:2} s':fontsize=22:fontcolor=white@0.9:x=w-text_w-28:y=h-text_h-26[drawn];" "$font"
    printf "color=white@0.85:s=640x5:r=15:d=64,format=yuva420p[line];[drawn][line]overlay=x='-640+640*t/64':y=355,format=yuv420p[v]"
}

# clip NAME COLOURS CHORD: the picture is read from $work/NAME.filter.
clip() {
    # Four soft chords of sixteen seconds; each swells and fades so that the chapters can be heard.
    tone="0.05*(sin(2*PI*$3*t)+sin(2*PI*$3*1.25*t)+sin(2*PI*$3*1.5*t))*(0.75+0.25*sin(2*PI*t/8))"
    step="if(lt(t,16),1,if(lt(t,32),1.125,if(lt(t,48),1.333,1)))"
    ffmpeg -hide_banner -loglevel error -y \
        -f lavfi -i "gradients=s=640x360:r=15:d=64:$2:nb_colors=3:speed=0.004:seed=7" \
        -f lavfi -i "aevalsrc='$(printf '%s' "$tone" | sed "s/\*t)/*t*$step)/g")*min(1,min(mod(t,16),16-mod(t,16))/1.5)':s=44100:d=64" \
        -filter_complex_script "$work/$1.filter" -map '[v]' -map 1:a \
        -c:v libx264 -profile:v baseline -level 3.0 -preset slow -crf 30 -maxrate 90k -bufsize 360k -g 30 -threads 1 \
        -c:a aac -b:a 32k -ac 1 -map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact \
        -movflags +faststart -t 64 "$1.mp4"
}

{
    printf '[0:v]null'
    dot 'white@0.16' 430 '320+6*sin(t/2)' '178+4*cos(t/3)'
    dot '0x8fd3c4@0.35' 390 '320+6*sin(t/2)' '178+4*cos(t/3)'
    dot '0xf3b562@0.95' 130 '310+10*sin(t/3)' '176+6*cos(t/4)' 'gte(t,16)'
    dot '0xb6603b@0.9' 44 '316+10*sin(t/3)' '182+6*cos(t/4)' 'gte(t,16)'
    for angle in 0 1.26 2.51 3.77 5.03; do
        dot '0xe86f68@0.95' 40 "320+96*cos(t/6+$angle)" "178+84*sin(t/6+$angle)" 'gte(t,32)'
    done
    chapter 'The membrane' 0 16
    chapter 'The nucleus' 16 32
    chapter 'The mitochondria' 32 48
    chapter 'A whole cell' 48 65
    clock
} >"$work/intro.filter"

# far N: how far the daughters of division N have moved apart, 0 to 1 within 8 seconds of the chapter's start.
far() { printf 'min(1,max(0,(t-%s)/8))' "$1"; }
{
    printf '[0:v]null'
    for x in -1 1; do
        for y in -1 1; do
            for z in -1 1; do
                cx="320+$x*130*$(far 16)+$z*64*$(far 48)"
                cy="178+$y*70*$(far 32)+3*sin(t)"
                dot '0x9ad0f5@0.55' 124 "$cx" "$cy"
                dot '0x2b5f8f@0.7' 40 "$cx" "$cy"
            done
        done
    done
    chapter 'One cell' 0 16
    chapter 'Two cells' 16 32
    chapter 'Four cells' 32 48
    chapter 'Eight cells' 48 65
    clock
} >"$work/division.filter"

clip intro 'c0=0x123b4a:c1=0x1d5c63:c2=0x2d3a6b' 220
clip division 'c0=0x2a1d4e:c1=0x43306e:c2=0x1c3f60' 196

# poster NAME SECOND: the clip's still picture.
poster() {
    ffmpeg -hide_banner -loglevel error -y -ss "$2" -i "$1.mp4" -frames:v 1 -q:v 5 \
        -map_metadata -1 -fflags +bitexact -flags:v +bitexact "$1.jpg"
}

poster intro 38
poster division 44

# level LINES: that quality alone, without sound.
level() {
    ffmpeg -hide_banner -loglevel error -y \
        -f lavfi -i "color=c=0x123b4a:s=$(($1 * 16 / 9))x$1:r=10:d=24" \
        -vf "drawtext=fontfile='$font':text='$1p':fontsize=h/3:fontcolor=white:x=(w-text_w)/2:y=(h-text_h)/2,drawtext=fontfile='$font':text='%{eif\\:floor(t)\\:d\\:2} s':fontsize=h/8:fontcolor=white:x=w-text_w-h/20:y=h-text_h-h/20,format=yuv420p" \
        -c:v libx264 -profile:v baseline -preset slow -crf 34 -g 20 -keyint_min 20 -sc_threshold 0 -threads 1 \
        -map_metadata -1 -fflags +bitexact -flags:v +bitexact "$work/$1.mp4"
}

for lines in 90 180 360; do level "$lines"; done
rm -rf levels
mkdir levels
ffmpeg -hide_banner -loglevel error -y -i "$work/90.mp4" -i "$work/180.mp4" -i "$work/360.mp4" -map 0 -map 1 -map 2 -c copy \
    -fflags +bitexact -f dash -seg_duration 2 -single_file 1 -single_file_name 'level$RepresentationID$.mp4' \
    -adaptation_sets 'id=0,streams=v' -hls_playlist 1 levels/levels.mpd
sed -i /PROGRAM-DATE-TIME/d levels/*.m3u8
